import { useState } from "react";

const pageSize = 50;

/** The first fifty of a long list, and fifty more whenever asked. */
export function useShownPart<T>(all: readonly T[]): {
  readonly shown: readonly T[];
  readonly more: number;
  readonly showMore: () => void;
} {
  const [size, setSize] = useState(pageSize);
  const more = Math.min(pageSize, Math.max(0, all.length - size));
  return {
    shown: all.slice(0, size),
    more,
    showMore: () => {
      setSize(size + pageSize);
    },
  };
}
