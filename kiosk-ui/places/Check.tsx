// The last look before the number: services, papers, the two taps of help, and the one button.
import { Button } from '../../screens/components/Button.tsx'
import { Icon } from '../../screens/icons.tsx'
import { chosenServices, endVisit, standingOf, takeNumber, useKiosk, whyNoNumbers } from '../kiosk.ts'
import { Blocked } from '../parts/Blocked.tsx'
import { Chosen } from '../parts/Chosen.tsx'
import { Papers } from '../parts/Papers.tsx'
import { Refusal } from '../parts/Refusal.tsx'
import { Shell } from '../parts/Shell.tsx'
import { t } from '../texts/index.ts'

export function Check() {
  const kiosk = useKiosk()
  const { trip, ticket } = kiosk
  const state = ticket.state.value
  const sending = state.status === 'sending'
  const allTake = chosenServices(kiosk).every((service) => standingOf(kiosk, service).takes)
  const leave = (go: () => void) => () => {
    if (!sending) go()
  }
  return (
    <Shell
      name="check"
      heading={t('check')}
      tools={{ onBack: leave(() => trip.back()), onStartOver: leave(() => endVisit(kiosk)) }}
      actions={
        <>
          <div class="helps">
            <Help
              on={trip.priority.value}
              words={t('priority')}
              hint={t('priorityHint')}
              onPress={trip.togglePriority}
            />
            <Help
              on={trip.comeToMe.value}
              words={t('comeToMe')}
              hint={t('comeToMeHint')}
              onPress={trip.toggleComeToMe}
            />
          </div>
          <Button
            kind="primary"
            size="huge"
            icon="ticket"
            busy={sending}
            disabled={whyNoNumbers(kiosk) !== null || !allTake}
            onPress={() => takeNumber(kiosk)}
          >
            {sending ? t('taking') : t('takeNumber')}
          </Button>
        </>
      }
    >
      <Blocked />
      {state.status === 'refused' && <Refusal problem={state.problem} />}
      <Chosen />
      <Papers />
    </Shell>
  )
}

function Help(props: { on: boolean; words: string; hint: string; onPress: () => void }) {
  return (
    <button type="button" class="help" aria-pressed={props.on} onClick={props.onPress}>
      <span class={props.on ? 'tile-mark tile-mark-on' : 'tile-mark'} aria-hidden="true">
        {props.on && <Icon name="check" />}
      </span>
      <span class="help-words">
        <span class="help-name">{props.words}</span>
        <span class="help-hint">{props.hint}</span>
      </span>
    </button>
  )
}
