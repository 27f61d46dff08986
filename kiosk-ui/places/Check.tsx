// The last look before the number: services, papers, the two choices of help, and the one button.
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import type { HallService } from '../../server/live/hall.ts'
import {
  chosenServices,
  endVisit,
  offersPriority,
  standingOf,
  takeNumber,
  useKiosk,
  whyNoNumbers,
} from '../kiosk.ts'
import { papersOf } from '../visit-order.ts'
import { Blocked } from '../parts/Opening.tsx'
import { Chosen } from '../parts/Chosen.tsx'
import { Help } from '../parts/Sights.tsx'
import { Papers, PapersAhead } from '../parts/Papers.tsx'
import { Shell } from '../parts/Shell.tsx'
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

// Why no number came, and the one tap that leads on from there. What was chosen stays.
function Refusal({ problem }: { problem: Problem }) {
  const kiosk = useKiosk()
  const { hall, trip, ticket } = kiosk
  const silent = problem.code === 'offline'
  const service = problem.about === undefined ? undefined : hall.services.value.get(problem.about)
  const named = service && trip.chosen.value.includes(service.id) ? service : undefined
  const title = silent ? kioskText('silence') : problem.title
  return (
    <div class="problem" role="alert">
      <h2 class="problem-title">
        {named ? kioskText('refusedService', { service: pick(named.name), title }) : title}
      </h2>
      <p>{silent ? kioskText('silenceDetail') : problem.detail}</p>
      {named ? (
        <Button
          size="large"
          onPress={() => {
            ticket.reconsider()
            trip.leaveOut(named.id)
          }}
        >
          {trip.chosen.value.length > 1 ? kioskText('goOnWithout') : kioskText('chooseAnother')}
        </Button>
      ) : (
        <Button size="large" icon="refresh" onPress={() => takeNumber(kiosk)}>
          {kioskText('retrySame')}
        </Button>
      )}
    </div>
  )
}

/** What closed while the visitor was choosing; one tap goes on with the rest. */
function ClosedMeanwhile({ services }: { services: readonly HallService[] }) {
  const { trip, ticket } = useKiosk()
  const names = services.map(({ name }) => pick(name)).join(', ')
  return (
    <div class="problem" role="alert">
      <h2 class="problem-title">{kioskText('closedMeanwhile', { services: names })}</h2>
      <Button
        size="large"
        onPress={() => {
          ticket.reconsider()
          for (const { id } of services) trip.leaveOut(id)
        }}
      >
        {trip.chosen.value.length > services.length ? kioskText('goOnWithout') : kioskText('chooseAnother')}
      </Button>
    </div>
  )
}
