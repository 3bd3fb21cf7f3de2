import { checkSecondRoute } from "../check-second-route";

checkSecondRoute("wenshang-2022");
