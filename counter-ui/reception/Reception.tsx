// Who may see the reception's page, and its parts: giving a number, finding one, whom to look after.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Banner } from '../../screens/components/Banner.tsx'
import type { Hall } from '../../screens/hall.ts'
import { Attention } from '../attention/Attention.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Find } from '../parts/Find.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { askSession, session, signOut, type Staff } from '../session.ts'
import { openDesk } from './desk.ts'
import { Issue } from './Issue.tsx'
import { Rows } from './Rows.tsx'
import { r } from './texts/index.ts'
import { VisitCard } from './VisitCard.tsx'
import '../parts/sheet.css'
import './reception.css'

export function Reception({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${r('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={r('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn hall={hall} me={who.staff} />
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const [desk] = useState(() => openDesk(hall))
  useEffect(() => () => desk.close(), [desk])
  useSignalEffect(() => {
    if (desk.live.refused.value === 'not-allowed') void askSession()
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { live, shown } = desk
  const view = live.view.value
  const isTrue = live.freshness.value === 'live'
  return (
    <div class="reception">
      <Banner freshness={live.freshness.value} refused={live.refused.value} hall={view && view.hall} />
      <PageHead title={r('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/counter/">{r('toCounter')}</a>
      </PageHead>
      <main class="reception-parts">
        <div class="reception-give">
          <Issue desk={desk} />
        </div>
        <div class="reception-visit">
          <ProblemLine problem={problem} />
          {shown.value !== null && <VisitCard key={shown.value} desk={desk} id={shown.value} />}
        </div>
        <div class={isTrue ? 'reception-see' : 'reception-see untrue'}>
          <Find
            onFound={(visit) => {
              shown.value = visit
            }}
          />
          {view ? (
            <>
              <Attention hall={hall} printers={view.printers} list={view.attention} />
              <ProblemLine problem={desk.problem.value} />
              <Rows desk={desk} kind="not-taken" rows={view.notTaken} count={view.notTakenCount} />
              <Rows desk={desk} kind="come-to-me" rows={view.comeToMe} count={view.comeToMeCount} />
            </>
          ) : (
            <p role="status">{r('connecting')}</p>
          )}
          <Foot />
        </div>
      </main>
      {looking && (
        <Look
          me={me}
          onClose={() => look(false)}
          onSignOut={async () => {
            look(false)
            setProblem(await signOut())
          }}
        />
      )}
    </div>
  )
}
