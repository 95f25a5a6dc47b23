import { grammar } from '../grammar.ts';
import type { StartStrings } from './en.ts';

const { figure } = grammar('fr');

export const fr: StartStrings = {
  promise: 'Chaque lien est un salon.',
  how: 'Donnez-lui un nom, envoyez le lien. Toute personne qui l’ouvre participe en cinq secondes, sans compte, et retrouve en revenant tout ce qui s’y est dit.',
  room: 'Salon',
  example: 'club-de-lecture',
  open: 'Ouvrir le salon',
  create: 'Nouveau salon privé',
  createHint: 'Son lien est impossible à deviner.',
  creating: 'Création du salon…',
  createFailed: 'Le salon n’a pas pu être créé. Réessayez dans un instant.',
  recent: 'Salons récents',
  forget: (room) => `Oublier ${room}`,
  fresh: (n, isMore) => `${figure(n)}${isMore ? '+' : ''} ${n < 2 && !isMore ? 'nouveau' : 'nouveaux'}`,
  active: (ago) => `Dernière activité ${ago}`,
  visited: (ago) => `Dernière visite ${ago}`,
  noName: 'Donnez un nom au salon.',
  suggestion: (name) => `Pourquoi pas «\u00a0${name}\u00a0»\u00a0?`,
  noRoomLink: 'Ce lien ne mène à aucun salon.',
  elsewhere: (host) => `Ce lien mène à un autre site, ${host}. Ouvrez-le dans la barre d’adresse.`,
  askForget: (room) => `Oublier ${room}\u00a0?`,
  forgetIt: 'Oublier',
  losses: {
    link: 'Dans ce navigateur, seule cette liste garde le lien de ce salon.',
    key: 'La clé qui fait de vous son propriétaire sera effacée aussi.',
    unsent: 'Ce que vous y avez écrit sans l’envoyer sera effacé aussi.',
  },
};
