import { reportOf, rowsOf, sheetOfRole } from "./small-district";
test("x", () => {
  const r = reportOf();
  for (const role of ["log","find","fig","text","data:幼儿园","calc"]) console.log(role, JSON.stringify(rowsOf(sheetOfRole(r, role)).map(m=>[...m.values()]),null,0).replaceAll("],[","],\n["));
});
