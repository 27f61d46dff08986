// An enrolment link, to be copied or typed off the screen into a browser across the room.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { copyText } from './copy.ts'
import { manageText } from './texts/index.ts'

export function DeviceLink({ url, onClose }: { url: string; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => field.current?.focus(), [])

  async function copy(): Promise<void> {
    field.current?.select()
    setCopied(await copyText(url))
  }

  return (
    <div class="fields">
      <p>{manageText('linkLead')}</p>
      <textarea
        class="link"
        ref={field}
        readOnly
        rows={3}
        spellcheck={false}
        aria-label={manageText('link')}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="soft" role="status">
        {copied ? manageText('copied') : manageText('linkOnce')}
      </p>
      <div class="dialog-ends">
        <Button kind="primary" onPress={copy}>
          {manageText('copy')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </div>
  )
}
