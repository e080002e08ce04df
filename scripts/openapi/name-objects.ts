/** Gives every object of an OpenAPI document a name under `components.schemas`; equal objects share one. */

export interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean | Schema;
  const?: unknown;
  $ref?: string;
  [keyword: string]: unknown;
}

export interface Namer {
  /** The schema with a reference in the place of each object; `name` is that of the object itself. */
  visit(schema: Schema, name: string): Schema;
  schemas: Record<string, Schema>;
  /** names by where objects stand, of all that were kept */
  used: ReadonlySet<string>;
}

export function createNamer(schemas: Record<string, Schema>, names: Readonly<Record<string, string>>): Namer {
  const byShape = new Map<string, string>();
  const used = new Set<string>();

  function visit(schema: Schema, name: string): Schema {
    const { description, ...rest } = inside(schema, name);
    const told = description === undefined ? {} : { description };
    if (rest.type !== 'object' || rest.properties === undefined) return { ...rest, ...told };
    return { $ref: `#/components/schemas/${keep(rest, name)}`, ...told };
  }

  function inside(schema: Schema, name: string): Schema {
    const inner = { ...schema };
    if (schema.properties)
      inner.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([key, one]) => [key, visit(one, name + pascal(key))]),
      );
    if (schema.items) inner.items = visit(schema.items, singular(name));
    if (typeof schema.additionalProperties === 'object')
      inner.additionalProperties = visit(schema.additionalProperties, `${name}Value`);
    for (const union of ['anyOf', 'oneOf', 'allOf'] as const) {
      const variants = schema[union];
      if (variants) inner[union] = variants.map((one) => visit(one, name + variantName(one, variants)));
    }
    return inner;
  }

  function keep(shape: Schema, name: string): string {
    const text = JSON.stringify(shape);
    const known = byShape.get(text);
    if (known !== undefined) return known;
    const called = names[name] ?? name;
    used.add(name);
    let free = called;
    for (let next = 2; free in schemas; next += 1) free = `${called}${next}`;
    byShape.set(text, free);
    schemas[free] = shape;
    return free;
  }

  for (const [name, schema] of Object.entries(schemas)) {
    schemas[name] = inside(schema, name);
    byShape.set(JSON.stringify(schemas[name]), name);
  }
  return { visit, schemas, used };
}

export const pascal = (text: string): string =>
  text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, first: string) => first.toUpperCase());

const singular = (name: string): string =>
  name.endsWith('ies') ? `${name.slice(0, -3)}y` : /[^s]s$/.test(name) ? name.slice(0, -1) : `${name}Item`;

/** Of several objects, each is called by what it alone says of a field, such as `Posted` for `status: 'posted'`. */
function variantName(schema: Schema, variants: readonly Schema[]): string {
  if (variants.filter(({ type }) => type === 'object').length < 2 || schema.type !== 'object') return '';
  const constant = Object.values(schema.properties ?? {}).find((one) => typeof one.const === 'string')?.const;
  return typeof constant === 'string' ? pascal(constant) : '';
}
