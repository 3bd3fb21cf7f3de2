import { yearFindings } from "../../../src/core/collect/compare-years";
import { collect } from "../../../src/core/collect/collect";
import { validate } from "../../../src/core/validate/validate";
import { loadBuiltin } from "../../../src/definitions/builtin";
import { ruleLibrary } from "../../../src/definitions/rule-library";
import { statisticsDistrict } from "../../support/statistics-district";

const { definition, schools, parameters, readings, previousReadings } = statisticsDistrict({ schools: 40, seed: 3 });
const collection = collect(definition, schools, readings);
const previous = collect(definition, schools, previousReadings);
const { tallies, findings } = validate(definition, collection, parameters, previous);

describe("education-statistics", () => {
  it("picks every formula rule of the library", () => {
    const loaded = loadBuiltin("education-statistics");
    const picked = new Set(loaded.ok ? loaded.value.rules.map(({ library }) => library) : []);
    const formulas = [...ruleLibrary.values()].filter(({ by }) => by === "formula");
    expect(formulas.map(({ id }) => id).filter((id) => !picked.has(id))).toEqual([]);
  });

  it("finds nothing wrong with a district that filed without fault", () => {
    expect(collection.findings).toEqual([]);
    expect(previous.findings).toEqual([]);
    expect(yearFindings(collection, previous)).toEqual([]);
    expect(findings).toEqual([]);
  });

  it("collects every form from every school that owes it", () => {
    const unfiled = [...collection.tables.values()].flatMap(({ form, rows }) =>
      rows.filter(({ filed }) => !filed).map(({ school }) => `${form} ${school.name}`),
    );
    expect(unfiled).toEqual([]);
    expect([...collection.tables.values()].filter(({ rows }) => rows.length === 0)).toEqual([]);
  });

  it("decides every rule for some school, but those whose occasion does not arise", () => {
    const idle = tallies.filter(({ pass, fail }) => pass + fail === 0).map(({ rule }) => rule);
    expect(idle).toEqual(expect.arrayContaining(["JB-A6", "XS-E5a"]));
    expect(idle.filter((rule) => !["JB-A6", "JB-F3b", "XS-E5a", "CS-E9"].includes(rule))).toEqual([]);
  });

  it("gives the same district twice", () => {
    expect(statisticsDistrict({ schools: 5, seed: 9 }).readings).toEqual(
      statisticsDistrict({ schools: 5, seed: 9 }).readings,
    );
    expect(statisticsDistrict({ schools: 5, seed: 9 }).readings).not.toEqual(
      statisticsDistrict({ schools: 5, seed: 8 }).readings,
    );
  });
});
