import { grammar } from '../grammar.ts';
import type { StartStrings } from './en.ts';

const { figure } = grammar('zh-Hant');

export const zhHant: StartStrings = {
  promise: '每個連結，都是一間聊天室。',
  how: '取個名字，把連結傳出去。對方點開，五秒就能聊起來，不必註冊；下次回來，聊過的都還在。',
  room: '聊天室',
  example: '讀書會',
  open: '進入聊天室',
  create: '新增私人聊天室',
  createHint: '連結隨機產生，誰也猜不到。',
  creating: '正在新增聊天室…',
  createFailed: '無法新增聊天室，請稍後再試。',
  recent: '最近的聊天室',
  forget: (room) => `移除${room}`,
  fresh: (n, isMore) => `${figure(n)}${isMore ? '+' : ''} 則新訊息`,
  active: (ago) => `最近活動：${ago}`,
  visited: (ago) => `上次造訪：${ago}`,
  noName: '請輸入聊天室名稱。',
  suggestion: (name) => `試試「${name}」？`,
  noRoomLink: '這個連結沒有指向聊天室。',
  elsewhere: (host) => `這個連結指向另一個網站：${host}。請在網址列中開啟。`,
  askForget: (room) => `移除${room}？`,
  forgetIt: '移除',
  losses: {
    link: '在這個瀏覽器裡，只有這份清單存有這間聊天室的連結。',
    key: '使你成為擁有者的金鑰會一併刪除。',
    unsent: '你在那裡寫下但未傳出的內容會一併刪除。',
  },
};
