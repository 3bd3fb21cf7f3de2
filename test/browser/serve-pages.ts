import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs the preview's own server on a free port, as `npm start` does. */
export async function servePages(): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = spawn(process.execPath, ["scripts/serve-preview.mjs"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [told] = (await once(server.stdout, "data")) as [Buffer];
  const address = /http:\S+/.exec(String(told))?.[0];
  if (address === undefined) throw new Error(`the server said ${String(told)}`);
  return { address, close: () => server.kill() };
}
