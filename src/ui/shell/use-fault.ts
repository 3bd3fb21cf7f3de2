import { useEffect, useState } from "react";

/** The message of an exception nobody expected: the step it broke is not done, and the user must know. */
export function useFault(): string | undefined {
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const onError = ({ message }: ErrorEvent) => setFault(message);
    const onRejection = ({ reason }: PromiseRejectionEvent) =>
      setFault(reason instanceof Error ? reason.message : String(reason));
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
  return fault;
}
