import { grammar } from '../grammar.ts';
import type { StartStrings } from './en.ts';

const { figure } = grammar('zh-Hans');

export const zhHans: StartStrings = {
  promise: '每个链接，都是一间聊天室。',
  how: '起个名字，把链接发出去。对方点开，五秒就能聊起来，无需注册；下次回来，聊过的都还在。',
  room: '聊天室',
  example: '读书会',
  open: '进入聊天室',
  create: '新建私密聊天室',
  createHint: '链接随机生成，谁也猜不到。',
  creating: '正在新建聊天室…',
  createFailed: '未能新建聊天室，请稍后再试。',
  recent: '最近的聊天室',
  forget: (room) => `移除${room}`,
  fresh: (n, isMore) => `${figure(n)}${isMore ? '+' : ''} 条新消息`,
  active: (ago) => `最近活动：${ago}`,
  visited: (ago) => `上次访问：${ago}`,
  noName: '请输入聊天室名称。',
  suggestion: (name) => `试试“${name}”？`,
  noRoomLink: '这个链接没有指向聊天室。',
  elsewhere: (host) => `这个链接指向另一个网站：${host}。请在地址栏中打开。`,
  askForget: (room) => `移除${room}？`,
  forgetIt: '移除',
  losses: {
    link: '在这个浏览器里，只有这份列表存有这间聊天室的链接。',
    key: '使你成为所有者的密钥会一并删除。',
    unsent: '你在那里写下但未发出的内容会一并删除。',
  },
};
