import { describeOutcome, printable, type OpenModal } from '@next-slots/core';
import type { ExplorerFinding } from '../data/explorer-app.js';
import type { ExplorerState } from '../model/explorer-state.js';
import type { Screen } from '../model/screen.js';
import type { SetState } from './explorer.js';
import { FileName } from './file-name.js';
import { Prose } from './prose.js';

/** What is to be said about the screen as a whole. */
export function Notices({ screen, state, findings, setState }: NoticesProps) {
  const { explanation, changes, openModals } = screen;
  const { url, route, interceptedBy } = explanation;
  const problem = describeOutcome(explanation);
  return (
    <div class="notices" role="status">
      {route !== url && (
        <p class="notice">
          Matches the route <code>{printable(route)}</code>.
        </p>
      )}
      {problem !== undefined && state.versus === null && (
        <p class="notice error">
          <Prose text={problem} />
        </p>
      )}
      {interceptedBy !== null && (
        <p class="notice" data-intercepted-by={interceptedBy}>
          Opened by the intercepting route <code>{printable(interceptedBy)}</code>. A hard
          navigation shows the page itself.
        </p>
      )}
      {openModals.map((modal) => (
        <ModalNotice key={`${modal.segment} ${modal.slot}`} modal={modal} findings={findings} />
      ))}
      {explanation.from.length > 0 && (
        <p class="notice quiet">
          {changes === 0
            ? 'A reload changes nothing.'
            : `A reload changes ${changes === 1 ? 'one slot' : `${changes} slots`}.`}
          {changes > 0 && !state.reload && (
            <button
              type="button"
              class="link"
              onClick={() => {
                setState({ ...state, reload: true, versus: null });
              }}
            >
              Show it
            </button>
          )}
        </p>
      )}
    </div>
  );
}

interface NoticesProps {
  readonly screen: Screen;
  readonly state: ExplorerState;
  readonly findings: readonly ExplorerFinding[];
  readonly setState: SetState;
}

function ModalNotice({ modal, findings }: ModalNoticeProps) {
  const { segment, slot, file } = modal;
  const finding = findings.find(
    (each) => each.check === 'no-lingering-modal' && each.segment === segment && each.slot === slot,
  );
  return (
    <p class="notice warning" data-open-modal={slot}>
      <FileName file={file} /> stays open in <code>{printable(slot)}</code>: this URL has no page
      for the slot, so a soft navigation keeps what stands there.{' '}
      <Prose
        text={
          finding && finding.help !== ''
            ? finding.help
            : `To close it, give \`${slot}\` a page for this URL that renders nothing, or render the modal only at its own URL.`
        }
      />
    </p>
  );
}

interface ModalNoticeProps {
  readonly modal: OpenModal;
  readonly findings: readonly ExplorerFinding[];
}
