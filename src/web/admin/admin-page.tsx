import './admin-page.css';
import { useEffect, useMemo } from 'preact/hooks';
import { clockTime } from '../parts/times.ts';
import { strings } from '../strings/strings.ts';
import { Deployment } from './deployment.ts';
import { RoomList } from './room-list.tsx';
import { SignIn } from './sign-in.tsx';
import { Totals } from './totals.tsx';
import { followWords, words } from './words.ts';

/** The page, once it has the words to speak. */
export async function loadAdminPage() {
  await followWords();
  return AdminPage;
}

/** D1: all rooms of a deployment, for whoever has its key. */
function AdminPage() {
  const deployment = useMemo(() => new Deployment(), []);
  const listing = deployment.listing.value;
  useEffect(() => {
    document.title = `${words.title} · ${strings.app}`;
  });
  return (
    <main class={listing ? 'admin' : 'admin admin-closed'}>
      <header class="admin-top">
        <a href="/" class="admin-home" aria-label={strings.header.home}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
        </a>
        <h1 class="admin-title">{words.title}</h1>
        {listing && <Tools deployment={deployment} />}
      </header>
      {listing ? (
        <>
          <p class={deployment.problem.value ? 'field-problem' : ''} role="alert">
            {deployment.problem.value}
          </p>
          <Totals listing={listing} />
          <RoomList deployment={deployment} listing={listing} />
          <ul class="admin-notes">
            {words.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : (
        <SignIn deployment={deployment} />
      )}
    </main>
  );
}

function Tools({ deployment }: { deployment: Deployment }) {
  return (
    <>
      <span class="admin-asked">{clockTime(deployment.askedAt.value)}</span>
      <button
        type="button"
        class="button"
        aria-busy={deployment.isBusy.value}
        onClick={() => void deployment.refresh()}
      >
        {words.refresh}
      </button>
      <button type="button" class="button" onClick={() => deployment.signOut()}>
        {words.signOut}
      </button>
    </>
  );
}
