// Why no number came, and the one tap that leads on from there. What was chosen stays.
import { Button } from '../../screens/components/Button.tsx'
import type { Problem } from '../../screens/command.ts'
import { pick } from '../../screens/i18n.ts'
import { takeNumber, useKiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'
import type { HallService } from '../../server/live/hall.ts'

export function Refusal({ problem }: { problem: Problem }) {
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
export function ClosedMeanwhile({ services }: { services: readonly HallService[] }) {
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
