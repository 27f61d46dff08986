// The one place where an old event is given today's form. An event's meaning never changes: a new fact gets a new
// type, and only if a type needs another shape is there an upcast here, for ever.

/** An event as read: with whatever type and fields it had when it was written. */
export interface StoredEvent {
  readonly type: string
  readonly [field: string]: unknown
}

export interface Upcast {
  /** The type as it was written. */
  readonly type: string
  /** Makes the next newer shape; an event that already has it is returned unchanged. */
  readonly upcast: (old: StoredEvent) => StoredEvent
}

/** Oldest first: the result of one may be input of a later one. */
export const upcasts: readonly Upcast[] = []

/** Applies the upcasts in order. If there are none for the type, it costs one look-up. */
export function makeUpcast(list: readonly Upcast[] = upcasts): (event: StoredEvent) => StoredEvent {
  const types = new Set(list.map(({ type }) => type))
  return (event) => {
    if (!types.has(event.type)) return event
    let now = event
    for (const { type, upcast } of list) if (type === now.type) now = upcast(now)
    return now
  }
}
