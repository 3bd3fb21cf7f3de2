import { ExcelObject, identity, NullObject } from "../model/excel-object";
import type { Workbook } from "../model/workbook";
import { ExcelFailure } from "./excel-failure";
import {
  type Action,
  actionType,
  type ArgumentInfo,
  type ObjectPath,
  pathType,
  type RequestBody,
  type ResponseBody,
} from "./message";
import type { ObjectAccess } from "./object-access";

/**
 * Runs the actions of one request in order. A failing action ends the batch; those before it have taken effect, as in Excel.
 * @throws whatever is no ExcelFailure: that is a fault of the stand-in, not of the request
 */
export async function runBatch(workbook: Workbook, access: ObjectAccess, request: RequestBody): Promise<ResponseBody> {
  const batch = new Batch(workbook, access, request);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: await batch.run(action) });
      if (action.ActionType === actionType.trace) traces.push(action.Id);
    } catch (failure) {
      if (!(failure instanceof ExcelFailure)) throw failure;
      const error = {
        Code: failure.code,
        Message: failure.message,
        Location: batch.location(action),
        ActionIndex: index,
        HttpStatusCode: failure.httpStatus,
      };
      return { Results: results, TraceIds: traces, Error: error };
    }
  }
  await workbook.state.engine.calculate();
  return { Results: results, TraceIds: traces };
}

class Batch {
  readonly #workbook: Workbook;
  readonly #access: ObjectAccess;
  readonly #paths: RequestBody["ObjectPaths"];
  /** Each path is walked once, so that `add()` adds once however often its result is used. */
  readonly #objects = new Map<number, ExcelObject>();

  constructor(workbook: Workbook, access: ObjectAccess, { ObjectPaths }: RequestBody) {
    this.#workbook = workbook;
    this.#access = access;
    this.#paths = ObjectPaths;
  }

  async run(action: Action): Promise<unknown> {
    switch (action.ActionType) {
      case actionType.instantiate: {
        const object = this.#resolve(action.ObjectPathId);
        return object instanceof NullObject ? null : object[identity]();
      }
      case actionType.query:
        await this.#workbook.state.engine.calculate();
        return this.#access.read(this.#resolve(action.ObjectPathId), action.QueryInfo ?? {});
      case actionType.method:
        return this.#call(this.#resolve(action.ObjectPathId), action);
      case actionType.setProperty:
        this.#set(this.#resolve(action.ObjectPathId), action);
        return null;
      case actionType.trace:
      case actionType.ensureUnchanged:
        return null;
      default:
        throw new ExcelFailure("ApiNotFound", `action type ${String(action.ActionType)}`);
    }
  }

  /** `Range.values`: what the library shows as the place of an error. */
  location({ ObjectPathId, Name }: Action): string {
    const object = this.#objects.get(ObjectPathId);
    const path = this.#paths[ObjectPathId];
    const member = Name === "" ? (path?.Name ?? "") : Name;
    const owner =
      Name === "" && path?.ParentObjectPathId !== undefined ? this.#objects.get(path.ParentObjectPathId) : object;
    const name = member === "" ? "getItem" : member.charAt(0).toLowerCase() + member.slice(1);
    return `${owner?.className ?? "Workbook"}.${name}`;
  }

  #call(object: ExcelObject, { Name, ArgumentInfo: info }: Action): unknown {
    if (object instanceof NullObject) {
      // The library keeps references to whatever it asked for, there or not.
      if (Name === "_KeepReference") return null;
      throw new ExcelFailure("ItemNotFound", Name);
    }
    const value = this.#access.call(object, Name, this.#arguments(info));
    return value instanceof ExcelObject ? value[identity]() : (value ?? null);
  }

  #set(object: ExcelObject, { Name, ArgumentInfo: info }: Action): void {
    if (object instanceof NullObject) throw new ExcelFailure("ItemNotFound", Name);
    this.#access.set(object, Name, this.#arguments(info)[0]);
  }

  #resolve(id: number): ExcelObject {
    const known = this.#objects.get(id);
    if (known) return known;
    const path = this.#paths[id];
    if (!path) throw new Error(`the request names object path ${String(id)} and does not hold it`);
    const object = this.#walk(path);
    this.#objects.set(id, object);
    return object;
  }

  #walk(path: ObjectPath): ExcelObject {
    switch (path.ObjectPathType) {
      case pathType.workbook:
        // The library begins at a nameless object above the workbook.
        return path.Name === "" ? this.#workbook : this.#step(this.#workbook, path);
      case pathType.reference:
        return this.#workbook._GetObjectByReferenceId(path.Name);
      case pathType.nothing:
        return new NullObject();
      case pathType.method:
      case pathType.property:
      case pathType.indexer:
        if (path.ParentObjectPathId === undefined) throw new Error(`object path ${String(path.Id)} has no parent`);
        return this.#step(this.#resolve(path.ParentObjectPathId), path);
      default:
        throw new ExcelFailure("ApiNotFound", `object path type ${String(path.ObjectPathType)}`);
    }
  }

  #step(parent: ExcelObject, path: ObjectPath): ExcelObject {
    if (parent instanceof NullObject) return parent;
    const next =
      path.ObjectPathType === pathType.property
        ? this.#access.get(parent, path.Name)
        : this.#access.call(parent, path.Name === "" ? "getItem" : path.Name, this.#arguments(path.ArgumentInfo));
    if (!(next instanceof ExcelObject)) throw new ExcelFailure("ApiNotFound", `${parent.className}.${path.Name}`);
    return next;
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    const referenced = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = referenced[index];
      return typeof id === "number" && id !== 0 ? this.#resolve(id) : argument;
    });
  }
}
