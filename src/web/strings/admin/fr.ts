import { grammar } from '../grammar.ts';
import type { AdminStrings } from './en.ts';

const { count } = grammar('fr');

export const fr: AdminStrings = {
  title: 'Déploiement',
  signIn: {
    key: 'Clé d’administration',
    open: 'Ouvrir',
    opening: 'Ouverture…',
    hint: 'Le secret ADMIN_KEY de ce déploiement. Il reste dans cet onglet jusqu’à sa fermeture.',
    wrong: 'Ce n’est pas la clé de ce déploiement.',
    tooOften: 'Trop de clés fausses. Attendez une minute.',
    notSet: 'Aucune clé n’est définie. Définissez-en une, puis revenez\u00a0:',
  },
  signOut: 'Se déconnecter',
  refresh: 'Actualiser',
  failed: 'Cela n’a pas fonctionné. Réessayez dans un instant.',
  totals: 'Tous les salons ensemble',
  rooms: 'Salons',
  room: 'Salon',
  members: 'Membres présents',
  messages: 'Messages',
  storage: 'Stockage',
  active: 'Dernière activité',
  requests: 'Requêtes',
  rows: 'Lignes écrites',
  cost: 'Par mois',
  thirtyDays: '30 derniers jours',
  chart: (name, sum, most, day) =>
    `${name}, 30 derniers jours\u00a0: ${sum} en tout, au plus ${most} le ${day}`,
  chartOfNothing: (name) => `${name}, 30 derniers jours\u00a0: aucune`,
  notes: [
    'Les coûts sont ceux des 30 derniers jours aux prix publics de Cloudflare, avant ce que comprend votre offre, pour les requêtes, les lignes et le stockage. Les pings et le temps d’éveil des objets ne sont pas comptés.',
    'Les salons rendent compte au plus toutes les cinq minutes\u00a0; ceux qui sont utilisés viennent d’être interrogés. Modifications, réactions et suppressions comptent parmi les messages.',
    'Le nom d’un salon privé est sa clé\u00a0: qui voit cette page peut y entrer.',
  ],
  search: 'Chercher un salon',
  none: 'Personne n’a encore utilisé de salon.',
  notFound: (search) => `Aucun salon n’a «\u00a0${search}\u00a0» dans son nom.`,
  more: (n) =>
    `Affichage limité à ${count(n, 'salon', 'salons', 'de salons')}, les derniers actifs. Cherchez les autres.`,
  locked: 'Verrouillé',
  save: (room) => `Enregistrer la conversation de ${room}`,
  lock: (room) => `Verrouiller ${room}`,
  unlock: (room) => `Déverrouiller ${room}`,
  remove: (room) => `Supprimer ${room}`,
  cancel: 'Annuler',
  askLock: (room) => `Verrouiller ${room}\u00a0?`,
  lockMeans:
    'Seuls ses hôtes y écrivent jusqu’au déverrouillage. Toutes les personnes présentes en sont informées.',
  lockIt: 'Verrouiller',
  askUnlock: (room) => `Déverrouiller ${room}\u00a0?`,
  unlockMeans: 'Tout le monde peut de nouveau y écrire. Toutes les personnes présentes en sont informées.',
  unlockIt: 'Déverrouiller',
  askRemove: (room) => `Supprimer ${room}\u00a0?`,
  removeMeans: (n) =>
    `Toutes les personnes présentes en sortent, et tout ce qui a été dit (${count(n, 'message', 'messages', 'de messages')}) disparaît pour de bon.`,
  removeIt: 'Supprimer',
  removed: (room) => `${room} a été supprimé.`,
};
