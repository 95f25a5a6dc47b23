import { refusal } from '../../src/protocol/codes.ts';
import type { Person } from '../support/person.ts';
import type { State } from './camera.ts';
import { closableLine, crowdedLine, deafLine, refusingLine } from './lines.ts';

/** The states of the page, by the sheet that they stand on. */
export function sheets(origin: string): Readonly<Record<string, readonly State[]>> {
  const at = (room: string) => `${origin}/r/${room}`;
  const garden = at('garden-club');
  const enters = async (viewer: Person, room = garden) => {
    await viewer.opens(room);
    await viewer.page.getByRole('status').getByText('Connected').waitFor();
  };
  /** Opens what a button of that name opens. */
  const opens = async (viewer: Person, name: string) => {
    await enters(viewer);
    await viewer.sees('🌻🌻');
    await viewer.page.getByRole('button', { name, exact: true }).click();
    await viewer.page.getByRole('dialog').getByRole('button').first().waitFor();
  };
  /** By the button: on a phone, Enter breaks the line. */
  const writes = async (viewer: Person, text: string) => {
    await viewer.composer.fill(text);
    await viewer.page.getByRole('button', { name: 'Send' }).click();
  };
  const arriving: State[] = [
    {
      label: 'Start page',
      scene: async (viewer) => {
        await viewer.opens(origin);
        await viewer.page
          .getByText('new', { exact: false })
          .and(viewer.page.locator('.recent-fresh'))
          .first()
          .waitFor();
      },
    },
    {
      label: 'Asked before a room is forgotten',
      scene: async (viewer) => {
        await enters(viewer);
        await viewer.composer.fill('I will also');
        await viewer.opens(origin);
        await viewer.page.getByRole('button', { name: 'Forget garden-club' }).dispatchEvent('click');
        await viewer.page.getByRole('dialog', { name: /^Forget/ }).waitFor();
      },
    },
    {
      label: 'First visit',
      isFirstVisit: true,
      scene: async (viewer) => {
        await viewer.opens(garden);
        await viewer.sees('🌻🌻');
        await viewer.page.getByRole('dialog', { name: 'Join' }).waitFor();
      },
    },
    {
      label: 'An empty room',
      scene: async (viewer) => {
        await enters(viewer, at('orchard'));
        await viewer.page.getByRole('img', { name: /QR/ }).waitFor();
      },
    },
    {
      label: 'Loading',
      scene: async (viewer) => {
        await deafLine(viewer);
        await viewer.opens(at('far-away'));
        await viewer.page.getByText('Connecting…').waitFor();
      },
    },
  ];
  const talking: State[] = [
    {
      label: 'A conversation',
      scene: async (viewer) => {
        await enters(viewer);
        await viewer.sees('🌻🌻');
        await viewer
          .person('Bruno')
          .or(viewer.page.getByRole('button', { name: 'Show people' }))
          .waitFor();
      },
    },
    { label: 'Markdown', scene: (viewer) => enters(viewer, at('markdown')) },
    {
      label: 'A wall of code',
      scene: async (viewer) => {
        await enters(viewer, at('review'));
        await viewer.page.locator('.code-keyword').first().waitFor();
      },
    },
  ];
  const unusual: State[] = [
    { label: 'One long word', scene: (viewer) => enters(viewer, at('archive')) },
    { label: 'Right to left, in a page from the left', scene: (viewer) => enters(viewer, at('مقهى')) },
    {
      label: 'Right to left',
      scene: async (viewer) => {
        await enters(viewer, at('مقهى'));
        await viewer.page.evaluate(() => {
          document.documentElement.dir = 'rtl';
        });
      },
    },
    {
      label: 'A crowd of 5,000',
      scene: async (viewer) => {
        await crowdedLine(viewer);
        await enters(viewer, at('keynote'));
        await viewer.sees('Montréal');
      },
    },
  ];
  const failing: State[] = [
    {
      label: 'Offline',
      scene: async (viewer) => {
        const line = await closableLine(viewer);
        await enters(viewer);
        await viewer.context.setOffline(true);
        await line.close(4503);
        await viewer.page.getByText('You are offline.').waitFor();
        await writes(viewer, 'I will be late, start without me.');
        await viewer.message('Will be sent once').waitFor();
      },
    },
    {
      label: 'Cannot be reached',
      scene: async (viewer) => {
        const line = await closableLine(viewer);
        await enters(viewer);
        await viewer.page.routeWebSocket(/\/socket$/, (socket) => socket.close({ code: 4503 }));
        await line.close(4503);
        await viewer.page.getByRole('button', { name: 'Try now' }).waitFor();
      },
    },
    {
      label: 'Not sent',
      scene: async (viewer) => {
        await refusingLine(viewer, 'send', refusal('locked'));
        await enters(viewer);
        await writes(viewer, 'I will bring the big table too.');
        await viewer.message('Not sent').waitFor();
      },
    },
    {
      label: 'An edit that was not saved',
      scene: async (viewer) => {
        await refusingLine(viewer, 'edit', refusal('internal'));
        await enters(viewer);
        await viewer.composer.fill('And somebody should');
        await viewer
          .message('I can bring the big table')
          .getByRole('button', { name: 'Edit' })
          .dispatchEvent('click');
        await viewer.composer.fill('I can bring the small table, and two chairs.');
        await viewer.page.getByRole('button', { name: 'Save', exact: true }).click();
        await viewer.message('Not saved').scrollIntoViewIfNeeded();
      },
    },
  ];
  const ended: State[] = [
    {
      label: 'A password, and nobody who gave it',
      scene: async (viewer) => {
        await refusingLine(viewer, 'join', refusal('forbidden', { needs: 'password' }));
        await viewer.opens(garden);
        await viewer.page.getByRole('dialog').getByLabel('Password').press('Escape');
        await viewer.page.getByRole('button', { name: 'Enter the password' }).waitFor();
      },
    },
    {
      label: 'Removed',
      scene: async (viewer) => {
        const line = await closableLine(viewer);
        await enters(viewer);
        await line.close(4403);
        await viewer.page.getByText('A host removed you').waitFor();
      },
    },
    {
      label: 'Room gone',
      scene: async (viewer) => {
        const line = await closableLine(viewer);
        await enters(viewer);
        await line.close(4404);
        await viewer.page.getByText('This room was deleted').waitFor();
      },
    },
    {
      label: 'No such room',
      scene: async (viewer) => {
        await viewer.opens(at('prv-nobodymadethisone'));
        await viewer.page.getByText('There is no such room').waitFor();
      },
    },
  ];
  const writing: State[] = [
    {
      label: 'Names to complete',
      scene: async (viewer) => {
        await enters(viewer);
        await viewer.composer.pressSequentially('@b');
        await viewer.page.getByRole('option').first().waitFor();
      },
    },
    {
      label: 'Only for one',
      scene: async (viewer) => {
        await enters(viewer);
        await viewer.composer.fill('@Ann Where is the shed?');
        await viewer.page.locator('form').getByText('Only Ann will see this').first().waitFor();
      },
    },
    {
      label: 'What can be done with a message',
      scene: async (viewer, device) => {
        await enters(viewer);
        const message = viewer.message('I can bring the big table').last();
        await (device === 'phone' ? message.tap() : message.hover());
      },
    },
  ];
  const choosing: State[] = [
    { label: 'Emoji', scene: (viewer) => opens(viewer, 'Emoji') },
    { label: 'Settings', scene: (viewer) => opens(viewer, 'Settings') },
  ];
  const inviting: State[] = [
    { label: 'Invite', scene: (viewer) => opens(viewer, 'Invite') },
    {
      label: 'Keys, and on a phone people',
      scene: (viewer, device) => opens(viewer, device === 'phone' ? 'Show people' : 'Keyboard'),
    },
  ];
  const searchesFor = async (viewer: Person, query: string) => {
    await opens(viewer, 'Search');
    await viewer.page.getByRole('searchbox', { name: 'Search this room' }).fill(query);
    await viewer.page.getByRole('status').getByText('found').waitFor();
  };
  const searching: State[] = [
    { label: 'Search', scene: (viewer) => searchesFor(viewer, 'the') },
    { label: 'Nothing found', scene: (viewer) => searchesFor(viewer, 'zeppelin') },
  ];
  return { arriving, talking, unusual, failing, ended, writing, choosing, inviting, searching };
}
