// What a kiosk shows that no manager has enrolled: why it gives no numbers, and how that is changed.
import { Button } from '../../screens/components/Button.tsx'
import type { Problem } from '../../screens/command.ts'
import { useKiosk } from '../kiosk.ts'
import { Shell } from '../parts/Shell.tsx'
import { kioskText } from '../texts/index.ts'

export function Enrol({ problem }: { problem: Problem | null }) {
  const { device } = useKiosk()
  return (
    <Shell name="enrol" heading={kioskText('enrolTitle')} tools={{}}>
      {problem && (
        <div class="problem" role="alert">
          <h2 class="problem-title">{problem.title}</h2>
          <p>{problem.detail}</p>
        </div>
      )}
      <p class="lead">{kioskText('enrolWhy')}</p>
      <ol class="steps-how">
        <li>{kioskText('enrolStep1', { address: `${location.origin}/manage/` })}</li>
        <li>{kioskText('enrolStep2')}</li>
        <li>{kioskText('enrolStep3')}</li>
      </ol>
      <Button size="large" icon="refresh" onPress={() => device.check()}>
        {kioskText('enrolAgain')}
      </Button>
    </Shell>
  )
}
