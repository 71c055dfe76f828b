import { useWords } from '../words/words-context.ts'
import { Sheet } from './sheet.tsx'
import './key-help.css'

/** Which keys do what. */
export const KeyHelp = ({ onClose }: { onClose(): void }) => {
  const { keys, frame } = useWords()
  const rows = [
    ['j', keys.next],
    ['k', keys.previous],
    ['o', keys.open],
    ['n', keys.older],
    ['p', keys.newer],
    ['u', keys.back],
    ['/', keys.search],
    ['?', keys.help],
  ] as const
  return (
    <Sheet label={frame.keys} onClose={onClose}>
      <dl className="key-help">
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
