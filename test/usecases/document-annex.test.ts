import { draftReport } from "../../src/core/build-report";
import { documentAnnex } from "../../src/usecases/document-annex";
import { filed, prepared } from "../core/write/small-district";

const sources = prepared();

it("lists the figures the text tells, as it prints them, with what they stand beside and how many schools are in", () => {
  const [table] = documentAnnex(sources, draftReport({ ...sources, readings: [filed()] }));
  expect(table?.rows).toEqual([
    ["幼儿总数", "450人", "400人", "较上年增加50人", "", "4/4"],
    ["公办率", "66.67%", "", "", "65%", "4/4"],
  ]);
  expect(table?.notes).toEqual([]);
});

it.each([
  ["prints parts in 万 that do not add up to the whole as printed", { scale: "万", format: "0.00" }, 1],
  ["prints parts that add up", {}, 0],
])("says so where it %s", (_what, parts, notes) => {
  const thousands = prepared({
    indicators: [
      {
        id: "A1",
        name: "幼儿总数",
        form: "幼儿园",
        numerator: "SUM([幼儿数])",
        unit: "人",
        groupBy: ["乡镇"],
        ...parts,
      },
    ],
    parameters: [],
    narrative: [
      { id: "P1", level: "段" },
      { id: "N1", level: "分句", text: "在园幼儿{幼儿总数}", status: "定稿" },
    ],
  });
  const reading = filed({
    "0001": "'0001|城关幼儿园|10050|90|900.5|12.5|美术",
    "0002": "'0002|柳林幼儿园|20050|50|360|3.3333|音乐",
    "0003": "'0003|星星幼儿园|0|0|0.3|—|美术",
    "0004": "'0004|城西幼儿园|0|0|720|1|体育",
  });
  const [table] = documentAnnex(thousands, draftReport({ ...thousands, readings: [reading] }));
  expect(table?.notes).toHaveLength(notes);
});
