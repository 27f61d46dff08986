// The one place where an event as it was once written becomes an event of today. An event's meaning never changes:
// a new fact gets a new type, and only where a type must get another shape does an upcast stand here, for ever.

/** An event as read: whatever type and fields it had when it was written. */
export interface StoredEvent {
  readonly type: string
  readonly [field: string]: unknown
}

export interface Upcast {
  /** The type as it was written. */
  readonly type: string
  /** Makes the next younger shape; an event that already has it comes back as it is. */
  readonly upcast: (old: StoredEvent) => StoredEvent
}

/** Oldest first: what one makes, a later one may take further. */
export const upcasts: readonly Upcast[] = []

/** Applies the upcasts in their order. Without any for the type it costs one look-up. */
export function makeUpcast(list: readonly Upcast[] = upcasts): (event: StoredEvent) => StoredEvent {
  const types = new Set(list.map(({ type }) => type))
  return (event) => {
    if (!types.has(event.type)) return event
    let now = event
    for (const { type, upcast } of list) if (type === now.type) now = upcast(now)
    return now
  }
}
