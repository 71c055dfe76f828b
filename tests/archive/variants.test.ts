import { describe, expect, it } from 'vitest'
import { GAPS, HIGH, LOW, MIDDLE } from '../../src/archive/variant-pairs.ts'
import { simplified } from '../../src/archive/variants.ts'

const write = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    String.fromCharCode(simplified(text.charCodeAt(index))),
  ).join('')

const ALL = Array.from({ length: 0x10000 }, (_, unit) => unit)

/** As OpenCC has them, the first and the last of its list among them. */
const PAIRS = `
  㑯㑔 㑳㑇 䊷䌶 䲘鳤 丟丢 並并 乾干 亂乱 佈布 個个 備备 傳传 僅仅 價价 優优 兩两 別别 剛刚 創创 務务 動动 勞劳 勢势 區区 協协
  參参 員员 問问 國国 圓圆 團团 報报 場场 增增 執执 壓压 夢梦 夾夹 奪夺 學学 實实 寫写 審审 將将 導导 專专 屆届 島岛 層层
  幣币 師师 幾几 幹干 庫库 應应 廣广 後后 從从 徵征 復复 態态 憑凭 據据 擊击 擴扩 攤摊 數数 斷断 於于 時时 會会 術术 東东
  條条 業业 極极 機机 權权 歲岁 歷历 曆历 氣气 減减 測测 湧涌 準准 溫温 灣湾 災灾 為为 無无 煉炼 營营 狀状 獎奖 獲获 現现
  產产 畫画 當当 發发 髮发 盡尽 監监 確确 禮礼 種种 積积 穩稳 競竞 節节 範范 築筑 糧粮 級级 組组 結结 經经 網网 緊紧 線线
  綫线 總总 績绩 續续 羅罗 義义 習习 聯联 職职 臺台 颱台 檯台 與与 興兴 舊旧 萬万 藝艺 處处 號号 衛卫 裏里 裡里 補补 製制
  複复 覆覆 見见 規规 視视 觀观 計计 訊讯 記记 許许 設设 證证 評评 詳详 語语 說说 説说 調调 論论 講讲 議议 讓让 財财 貨货
  貴贵 費费 資资 賽赛 贏赢 車车 軍军 軟软 輸输 轉转 辦办 農农 這这 進进 運运 過过 達达 還还 邊边 郵邮 醫医 釋释 鐵铁 錢钱
  鐘钟 鍾钟 長长 門门 間间 開开 關关 陽阳 隊队 際际 險险 雖虽 雙双 雜杂 難难 電电 靈灵 響响 頁页 項项 預预 領领 題题 額额
  類类 風风 飛飞 飯饭 馬马 驗验 體体 魚鱼 鳥鸟 鹽盐 麥麦 麼么 黃黄 點点 黨党 齊齐 齡龄 龍龙 龜龟 龔龚 鿓鿒
`
  .trim()
  .split(/\s+/)

describe('simplified', () => {
  it('writes each character of a list', () => {
    expect(PAIRS.filter((pair) => write(pair.charAt(0)) !== pair.charAt(1))).toEqual([])
    expect(PAIRS.length).toBeGreaterThan(200)
  })

  it('writes whole texts', () => {
    expect(write('臺灣證券交易所發佈後續監管動態')).toBe('台湾证券交易所发布后续监管动态')
    expect(write('頭髮乾燥，這裡說了甚麼？')).toBe('头发干燥，这里说了甚么？')
  })

  it('leaves simplified characters, kana, Latin letters, signs and surrogates as they are', () => {
    for (const text of [
      '中国证监会发布了新规则',
      'カブシキがいしゃ',
      'ABC abc 123 %',
      '，。《》「」—…',
      '𠮷😀',
    ])
      expect(write(text)).toBe(text)
    for (const unit of ALL) if (unit < 0x3400 || unit > 0x9fff) expect(simplified(unit)).toBe(unit)
  })

  it('leaves alone what OpenCC writes as itself before another form', () => {
    expect(write('著像覆')).toBe('著像覆')
  })

  it('is done after one step', () => {
    expect(ALL.filter((unit) => simplified(simplified(unit)) !== simplified(unit))).toEqual([])
    expect(write('薴苧苎')).toBe('苎苎苎')
  })

  it('answers for what is no code unit', () => {
    expect(simplified(0x20bb7)).toBe(0x20bb7)
    expect(simplified(Number.NaN)).toBeNaN()
  })

  it('uses all of its columns', () => {
    const pairs = GAPS.replaceAll('7', '').length
    expect([HIGH.length, MIDDLE.length, LOW.length]).toEqual([pairs, pairs, pairs])
    expect(ALL.filter((unit) => simplified(unit) !== unit)).toHaveLength(pairs)
  })
})
