// Checks an event as it was read: is it of a type that we know, in that type's shape?
import { Compile } from 'typebox/compile'
import { eventSchemas } from '../../hall/event.ts'
import type { StoredEvent } from './upcast.ts'

/** Who may have done something, as `Actor` in hall/event.ts says. */
const actor = /^(staff|device|visitor):.+$|^system:(clock|slip|voice|start|training)$/

interface ShapeCheck {
  Check(value: unknown): boolean
  Errors(value: unknown): readonly { readonly instancePath: string; readonly message: string }[]
}
type Fault = { readonly code: 'unknown-type' | 'wrong-shape'; readonly detail: string }

/** Compiles the schemas once; the result names the first fault of an event, null if there is none. */
export function makeShapeCheck(): (event: StoredEvent, by: string) => Fault | null {
  const validators = new Map<string, ShapeCheck>()
  for (const [type, schema] of Object.entries(eventSchemas)) validators.set(type, Compile(schema))
  return (event, by) => {
    const validator = validators.get(event.type)
    if (!validator) return { code: 'unknown-type', detail: event.type }
    if (!actor.test(by)) return { code: 'wrong-shape', detail: `by ${by}` }
    if (validator.Check(event)) return null
    const [error] = validator.Errors(event)
    return {
      code: 'wrong-shape',
      detail: `${event.type}${error?.instancePath ?? ''} ${error?.message ?? ''}`,
    }
  }
}
