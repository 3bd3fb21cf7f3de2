import { builtinNames, loadBuiltin } from "../../src/definitions/builtin";

describe("built-in definitions", () => {
  it.each(builtinNames)("%s can be loaded", (name) => {
    expect(loadBuiltin(name)).toMatchObject({ ok: true, value: { id: name } });
  });

  it("that do not exist are told with those that do", () => {
    expect(loadBuiltin("work-raport")).toEqual({
      ok: false,
      problem: [
        {
          table: "file",
          where: "work-raport",
          message: `没有名为“work-raport”的内置方案。→ 可用：${builtinNames.join("、")}`,
        },
      ],
    });
  });
});
