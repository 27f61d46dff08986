// The last look before the number: services, papers, the two choices of help, and the one button.
import { Button } from '../../screens/components/Button.tsx'
import {
  chosenServices,
  endVisit,
  offersPriority,
  standingOf,
  takeNumber,
  useKiosk,
  whyNoNumbers,
} from '../kiosk.ts'
import { Blocked } from '../parts/Blocked.tsx'
import { Chosen } from '../parts/Chosen.tsx'
import { Help } from '../parts/Help.tsx'
import { Papers, PapersAhead } from '../parts/Papers.tsx'
import { ClosedMeanwhile, Refusal } from '../parts/Refusal.tsx'
import { Shell } from '../parts/Shell.tsx'
import { papersOf } from '../papers-needed.ts'
import { isShown } from '../sight.ts'
import { kioskText } from '../texts/index.ts'

export function Check() {
  const kiosk = useKiosk()
  const { trip, ticket } = kiosk
  const state = ticket.state.value
  const sending = state.status === 'sending'
  const chosen = chosenServices(kiosk)
  const closed = chosen.filter((service) => !standingOf(kiosk, service).takes)
  const leave = (go: () => void) => () => {
    if (!sending) go()
  }
  // Large text and low reach leave too little room at the bottom: then they come first in the content.
  const helpsFirst = isShown('text') || isShown('reach')
  return (
    <Shell
      name="check"
      heading={kioskText('check')}
      tools={{ onBack: leave(() => trip.back()), onStartOver: leave(() => endVisit(kiosk)) }}
      actions={
        <>
          {!helpsFirst && <Helps />}
          <Button
            kind="primary"
            size="huge"
            icon="ticket"
            busy={sending}
            disabled={whyNoNumbers(kiosk) !== null || closed.length > 0 || chosen.length === 0}
            onPress={() => takeNumber(kiosk)}
          >
            {sending ? kioskText('taking') : kioskText('takeNumber')}
          </Button>
        </>
      }
    >
      <Blocked />
      {closed.length > 0 ? (
        <ClosedMeanwhile services={closed} />
      ) : (
        state.status === 'refused' && <Refusal problem={state.problem} />
      )}
      {helpsFirst && <Helps />}
      <Chosen />
      <PapersAhead papers={papersOf(chosen)} />
      <Papers />
    </Shell>
  )
}

/** One tap each; nobody is asked why, and nothing but the tap is kept. */
function Helps() {
  const kiosk = useKiosk()
  const { trip } = kiosk
  return (
    <div class="helps">
      {offersPriority(kiosk) && (
        <Help
          on={trip.priority.value}
          words={kioskText('priority')}
          hint={kioskText('priorityHint')}
          onPress={trip.togglePriority}
        />
      )}
      <Help
        on={trip.comeToMe.value}
        words={kioskText('comeToMe')}
        hint={kioskText('comeToMeHint')}
        onPress={trip.toggleComeToMe}
      />
    </div>
  )
}
