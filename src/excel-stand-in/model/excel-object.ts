/** What an object answers about itself when it is instantiated: `Id`, `_ReferenceId`. */
export const identity = Symbol("identity");
/** The members of a collection. */
export const members = Symbol("members");

/**
 * An object of Excel's model. Its getters, setters and methods are exactly Excel's, under Excel's names, and are all the
 * wire can reach; everything of ours is a field, a symbol or a function outside the class.
 */
export abstract class ExcelObject {
  abstract readonly className: string;

  [identity](): Readonly<Record<string, unknown>> {
    return {};
  }
}

export abstract class ExcelCollection<Member extends ExcelObject> extends ExcelObject {
  abstract [members](): readonly Member[];
}

/** What `…OrNullObject` gives when there is nothing: every property of it is nothing too. */
export class NullObject extends ExcelObject {
  readonly className = "NullObject";
}
