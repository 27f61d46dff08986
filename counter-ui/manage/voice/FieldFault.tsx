// What is wrong with a field, in words under it.
import { Icon } from '../../../screens/icons.tsx'
import type { Place } from './draft-faults.ts'

/** What is wrong at a place; undefined: nothing. */
export type FaultAt = (place: Place) => string | undefined

export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p class="voice-fault" id={id}>
      {fault !== undefined && (
        <>
          <Icon name="warning" />
          <span>{fault}</span>
        </>
      )}
    </p>
  )
}
