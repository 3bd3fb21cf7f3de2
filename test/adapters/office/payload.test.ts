import fc from "fast-check";
import { inRequests, utf8Bytes, type Step } from "../../../src/adapters/office/payload";

const step = (bytes: number): Step => ({ bytes, act: () => undefined });
const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 });
const total = (steps: readonly Step[]) => steps.reduce((sum, { bytes }) => sum + bytes, 0);

describe("cutting work into requests", () => {
  it("keeps every step, in order", () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const steps = bytes.map(step);
        expect(inRequests(steps, 100).flat()).toEqual(steps);
      }),
    );
  });

  it("never exceeds the limit, except for a single step that is larger by itself", () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        for (const request of inRequests(bytes.map(step), 100))
          expect(request.length === 1 || total(request) <= 100).toBe(true);
      }),
    );
  });

  it("begins a new request only when the next step does not fit", () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const requests = inRequests(bytes.map(step), 100);
        requests.slice(1).forEach(([next], index) => {
          expect(total(requests[index] ?? []) + (next?.bytes ?? 0)).toBeGreaterThan(100);
        });
      }),
    );
  });
});

it.each(["", "abc", "学校", "é", "𠮷野", "a学é𠮷"])("counts the bytes of %p as a request holds them", (text) => {
  expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
});
