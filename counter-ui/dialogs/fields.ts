// What was typed into a form, as commands carry it.

/** `{[name]: text}`, or nothing where the field is empty or not there. */
export function textIn<N extends string>(fields: FormData, name: N): Partial<Record<N, string>> {
  const typed = String(fields.get(name) ?? '').trim()
  return typed === '' ? {} : ({ [name]: typed } as Record<N, string>)
}
