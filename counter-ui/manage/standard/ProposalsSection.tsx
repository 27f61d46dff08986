// What the agencies propose, for the manager: the open ones first, each with before and after.
import { pick } from '../../../screens/i18n.ts'
import type { ProposalAnswer } from '../../../server/http/commands/proposals.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { SectionProps } from '../shell/section.ts'
import { ProposalView } from './Proposal.tsx'
import { standardText } from './texts.ts'
import { useProposals } from './use-proposals.ts'
import './standard.css'

export function ProposalsSection({ hall }: SectionProps) {
  const { list, isKnown, problem, load } = useProposals()
  const open = list.filter(({ state }) => state === 'open')
  const decided = list.filter(({ state }) => state !== 'open')
  const aboutOf = ({ agency, service }: ProposalAnswer) => {
    const office = hall.agencies.value.get(agency)
    const own = service === null ? undefined : hall.services.value.get(service)
    return [own && pick(own.name), office && pick(office.name)].filter(Boolean).join(', ') || agency
  }
  const view = (proposal: ProposalAnswer) => (
    <ProposalView key={proposal.id} proposal={proposal} about={aboutOf(proposal)} changed={load} mayDecide />
  )
  return (
    <>
      <section class="part" aria-label={standardText('proposals')}>
        <p class="soft">{standardText('proposalsLead')}</p>
        <ProblemLine problem={problem} />
        {isKnown && open.length === 0 && <p>{standardText('noProposals')}</p>}
        {open.map(view)}
      </section>
      {decided.length > 0 && (
        <section class="part">
          <details>
            <summary>{standardText('older')}</summary>
            {decided.map(view)}
          </details>
        </section>
      )}
    </>
  )
}
