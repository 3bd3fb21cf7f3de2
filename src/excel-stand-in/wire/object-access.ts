import { ExcelCollection, ExcelObject, identity, members, NullObject } from "../model/excel-object";
import { ExcelFailure } from "./excel-failure";
import type { Query } from "./message";

/** Which members the profile's Excel already has: `Range.dataValidation` came with 1.8. */
type IsKnown = (className: string, member: string) => boolean;

/** Reads a property or calls a method by the name it has on the wire; a member the model lacks is `ApiNotFound`. */
export class ObjectAccess {
  readonly #isKnown: IsKnown;

  constructor(isKnown: IsKnown) {
    this.#isKnown = isKnown;
  }

  get(object: ExcelObject, wireName: string): unknown {
    const { get } = this.#member(object, wireName);
    if (!get) throw missing(object, wireName);
    return get.call(object);
  }

  set(object: ExcelObject, wireName: string, value: unknown): void {
    const { set } = this.#member(object, wireName);
    if (!set) throw missing(object, wireName);
    set.call(object, value);
  }

  call(object: ExcelObject, wireName: string, given: readonly unknown[]): unknown {
    const method: unknown = this.#member(object, wireName).value;
    if (typeof method !== "function") throw missing(object, wireName);
    return Reflect.apply(method, object, given);
  }

  /** The answer to a load: properties by their wire names; collections as `_Items`. */
  read(object: unknown, query: Query): unknown {
    if (object instanceof NullObject) return null;
    if (!(object instanceof ExcelObject)) return object;
    const select = (query.Select ?? []).map((path) => path.split("/"));
    const expand = (query.Expand ?? []).map((path) => path.split("/"));
    if (!(object instanceof ExcelCollection)) return this.#properties(object, select, expand);
    const own = select.filter(([first = ""]) => isCount(first));
    const ofMembers = select.filter(([first = ""]) => !isCount(first));
    const answer = own.length > 0 ? this.#properties(object, own, []) : {};
    if (own.length > 0 && ofMembers.length === 0) return answer;
    const from = query.Skip ?? 0;
    const all = object[members]().slice(from, query.Top === undefined ? undefined : from + query.Top);
    return { ...answer, _Items: all.map((member) => this.#properties(member, ofMembers, expand)) };
  }

  #properties(
    object: ExcelObject,
    select: readonly (readonly string[])[],
    expand: readonly (readonly string[])[],
  ): Record<string, unknown> {
    const answer: Record<string, unknown> = { ...object[identity]() };
    const everything = select.length === 0 || select.some(([first]) => first === "*" || first === "$all");
    if (everything) for (const name of this.#scalars(object)) answer[pascal(name)] = this.get(object, name);
    const nested = new Map<string, string[]>();
    for (const [first = "", ...rest] of [...select, ...expand.map((path) => [...path, "*"])]) {
      if (first === "*" || first.startsWith("$") || first === "") continue;
      nested.set(pascal(first), [...(nested.get(pascal(first)) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
    }
    for (const [name, inside] of nested) answer[name] = this.read(this.get(object, name), { Select: inside });
    return answer;
  }

  #scalars(object: ExcelObject): string[] {
    const names: string[] = [];
    for (const level of levels(object))
      for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(level)))
        if (get && this.#isKnown(object.className, name) && !(get.call(object) instanceof ExcelObject))
          names.push(name);
    return names;
  }

  #member(object: ExcelObject, wireName: string): PropertyDescriptor {
    const name = camel(wireName);
    for (const level of levels(object)) {
      const found = Object.getOwnPropertyDescriptor(level, name);
      if (found && name !== "constructor" && this.#isKnown(object.className, name)) return found;
    }
    throw missing(object, wireName);
  }
}

const missing = (object: ExcelObject, wireName: string): ExcelFailure =>
  new ExcelFailure("ApiNotFound", `${object.className}.${camel(wireName)}`);

/** The prototypes that hold Excel's members: all but our own base classes. */
function* levels(object: ExcelObject): Generator<object> {
  let level: unknown = Object.getPrototypeOf(object);
  while (
    typeof level === "object" &&
    level !== null &&
    level !== ExcelObject.prototype &&
    level !== ExcelCollection.prototype
  ) {
    yield level;
    level = Object.getPrototypeOf(level);
  }
}

const isCount = (name: string): boolean => name.toLowerCase() === "count";
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
