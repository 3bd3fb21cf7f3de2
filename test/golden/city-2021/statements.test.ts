import { checkStatements } from "../check-statements";

describe("the city's published briefing", () => {
  checkStatements("city-2021");
});
