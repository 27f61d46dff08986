// For an officer who opens a page for supervisors and managers: whose page this is, and a link to their own.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Band, Mark } from '../../screens/mark.tsx'
import { type Staff, signOut } from '../session.ts'
import { staffText } from '../texts.ts'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { superviseText } from './texts.ts'
import '../parts/SignIn.css'

export function OnlySupervisors({ me }: { me: Staff }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  return (
    <div class="door">
      <main class="door-card">
        <header class="door-head">
          <Mark />
          <p>{me.name}</p>
        </header>
        <Band />
        <h1 class="door-title">{superviseText('onlyTitle')}</h1>
        <div class="fields">
          <p>{superviseText('onlyLead')}</p>
          <ProblemLine problem={problem} />
          <p class="dialog-ends">
            <a class="button button-primary button-medium" href="/counter/">
              {superviseText('toCounter')}
            </a>
            <Button kind="quiet" onPress={async () => setProblem(await signOut())}>
              {staffText('signOut')}
            </Button>
          </p>
        </div>
      </main>
      <Foot />
    </div>
  )
}
