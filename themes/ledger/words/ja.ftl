# The site's own words in Japanese.

## Dates and numbers
date = { $year }年{ $month-number }月{ $day }日
date-month = { $year }年{ $month-number }月
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月
date-short = { $year }年{ $month-number }月{ $day }日
date-range = { $start } ～ { $end }
date-from = { $start }から
date-until = { $end }まで
duration-minutes = { $minutes }分
duration-hours = { $hours }時間
duration-hours-minutes = { $hours }時間{ $minutes }分
list-comma = 、
list-and = { $first }、{ $last }
labelled = { $label }：{ $value }
with-more = { $text }（{ $more }）
hours = { $count ->
   *[other] { $number }時間
}
days-late = { $count ->
   *[other] { $count }日遅れ
}
days-early = { $count ->
   *[other] { $count }日早い
}
on-the-day = 予定日どおり
percent = { $number }%
percent-over = { $number }%超過
percent-under = { $number }%下回る
of-many = { $all }件中{ $part }件
of-money = { $part } / { $all }

## The frame
skip = 本文へ移動
menu = メニュー
close = 閉じる
search = 検索
dark-colours = 暗い配色
site-navigation = サイト
also-here = このほか
breadcrumb = 現在位置
previous-and-next = 前と次
previous = 前へ
next = 次へ
on-this-page = このページの内容
about-this-page = このページについて
at-a-glance = 概要
as-of = { $date }現在
made-with = Leavebehindで作成
data = データ
the-same-as-data = 同じ内容のデータ：
with-consultancy = { $consultancy }とともに
home = ホーム
cover = 表紙
link-to = リンク：{ $title }
not-recorded = 記録なし
yes = はい
no = いいえ
draft = 下書き
draft-note = これは下書きです。ほかの版には含まれません。
remarks = 内部向けの備考
other-fields = その他の項目
last-changed = 最終更新
opens-elsewhere = （外部サイト）
figures-as-table = 数値の表
untitled = 無題
more = 続き

## Groups of the navigation
group-start = はじめに
group-stays = 残していくもの
group-how = 進め方
group-past = これまでの歩み
group-who = 関係者

## Pages that are always there
start-here = ここから始める
by-role = 役割別
sponsor-page = スポンサー向けの一枚
staircase = 価値の階段
skills-matrix = スキルマトリクス
coverage = 離任後のカバー状況
the-book = 冊子
timeline = 年表
portfolio = ポートフォリオ
contacts = 連絡先
readiness = 引き継ぎの準備状況
tags = タグ
tag = タグ
themes = 教訓のテーマ
theme = テーマ
not-found = このページは見つかりません
not-found-lede = 以前は別の名前だったかもしれません。検索するか、最初のページからお探しください。
moved = このページは移動しました
moved-to = 現在の場所：
data-lede = 表計算やプログラム向けの一覧です。

## Kinds
kind-page = ページ
kind-playbook = プレイブック
kind-lesson = 教訓
kind-decision = 決定
kind-session = セッション
kind-organisation = 組織
kind-person = 人
kind-project = プロジェクト
kind-skill = スキル
kind-open-item = 未完了項目
kind-leave-behind = 残すもの
kind-success-criterion = 成功基準
kind-handover-item = 引き継ぎ項目
kind-term = 用語
kinds-page = ページ
kinds-playbook = プレイブック
kinds-lesson = 教訓
kinds-decision = 決定
kinds-session = セッション
kinds-organisation = 組織
kinds-person = 人
kinds-project = プロジェクト
kinds-skill = スキル
kinds-open-item = 未完了項目
kinds-leave-behind = 残していくもの
kinds-success-criterion = 成功基準
kinds-handover-item = 引き継ぎチェックリスト
kinds-term = 用語集

lede-playbook = 私たちがいなくても進められる方法です。いつ使うか、どう進めるか、誰に聞くかを記しています。
lede-lesson = うまくいったこと、いかなかったこと、次に行うこと。
lede-decision = 何が、誰によって、なぜ決められたか。
lede-session = ともに取り組んだ機会のすべて。誰かができるとされることは、このいずれかに基づいています。
lede-organisation = ともに働いた組織。
lede-person = 参加した人と、これからも残る人。
lede-project = プロジェクトごとの計画と実績。
lede-skill = 身についたことと、いまの保有者。
lede-open-item = まだ終わっていないことと、離任後の担当者。
lede-leave-behind = 財は持ち帰れます。サービスは結果をもたらします。経験は思い出や新しいスキルを残します。変革は組織を変えます。
lede-success-criterion = 成果が続いていることを確かめる基準。
lede-handover-item = 引き継ぐべきことと、その進み具合。
lede-term = ここで使う言葉の意味。
lede-matrix = 開始時と現在、誰に何ができるか。
lede-coverage = 残る人だけで数えた、各スキルの保有状況。
lede-timeline = 最初のセッションから最後まで。
lede-portfolio = 計画、実績、費用。
lede-contacts = これから相談する相手。
lede-readiness = 引き継ぎの進み具合と、その妨げになっていること。
lede-sponsor = 価値はあったか、これから何が起こりうるか、何が残るか。
lede-tags = タグ別のすべての記録。
lede-themes = 内容別の教訓。
lede-roles = 役割ごとに関係すること。

## Fields
field-owner = 担当者
field-owner-after = 今後の担当者
field-new-owner = 離任後の担当者
field-status = 状況
field-skills = スキル
field-roles = 対象
field-review-by = 見直し期限
field-date = 日付
field-time = 時刻
field-type = 種類
field-method = 方法
field-project = プロジェクト
field-projects = プロジェクト
field-session = セッション
field-sessions = セッション
field-facilitator = 進行
field-invited = 招待者
field-participants = 参加者
field-absent = 欠席者
field-duration = 所要時間
field-feedback = 評価
feedback-of = { $count ->
   *[other] { $score }（回答{ $count }件）
}
field-people = 人
field-person = 人
field-hours = 時間
field-organisation = 組織
field-role = 役割
field-job-title = 役職
field-contact = 連絡先
field-stays = 残る
field-after-exit = 離任後
field-title = 題名
field-name = 名前
field-theme = テーマ
field-polarity = 結果
field-priority = 優先度
field-scope = 範囲
field-decision-makers = 決定者
field-supersedes = 置き換える決定
field-superseded-by = 置き換えた決定
field-lead = リーダー
field-sponsor = スポンサー
field-vendors = ベンダー
field-planned = 計画
field-approved = 承認
field-actual = 実績
field-start = 開始
field-end = 終了
field-budget = 予算
field-cost = 費用
field-schedule = 日程
field-finish = 完了
field-family = 分類
field-required-level = 必要なレベル
field-required-holders = 必要な保有者数
field-critical = 重要
field-holders = 保有者
field-holders-staying = 残る保有者
field-teachers = 教えられる人
field-coverage = 離任後のカバー状況
field-coverage-with = コンサルタントを含む場合
field-due = 期限
field-raised = 起票日
field-probability = 発生確率
field-impact = 影響度
field-score = 評点
field-response = 対応
field-next-action = 次の行動
field-step = 段階
field-form = 形態
field-location = 場所
field-recipients = 対象
field-accepted = 受領
accepted-by-on = { $person }、{ $date }
field-measure = 測定項目
field-baseline = 以前
field-takeaway = 持ち帰り資料
field-target = 目標
field-result = 結果
field-measure-when = 測定時期
field-measured-on = 測定日
field-area = 領域
field-done = 完了
field-signed-off = 承認
field-evidence = 根拠
field-before = 以前
field-after = 現在
field-skill = スキル
field-item = 項目
field-tags = タグ
field-aliases = 別名
field-kind = 種別
field-currency = 通貨
field-playbooks = プレイブック
field-lessons = 教訓
field-purpose = 目的
field-outcome = 成果

## Sections of a record
section-purpose = 目的
section-when-to-use = 使う場面
section-inputs = 必要なもの
section-outputs = 得られるもの
section-pitfalls = 落とし穴
section-how-to-extend = 自分たちのものにするには
section-responsibilities = 役割分担
responsible = 実行責任者
accountable = 説明責任者
consulted = 相談先
informed = 報告先
section-lessons = もとになった教訓
section-event = 起きたこと
section-effect = その結果
section-causes = 原因
section-recommendation = 次に行うこと
section-playbooks-changed = これによって変わったプレイブック
section-context = 背景
section-options = 選択肢
section-outcome = 決定
section-rationale = 理由
section-consequences = 影響
section-summary = 要約
section-notes = メモ
section-decisions = 決まったこと
section-actions = やること
section-lessons-learned = 学んだこと
section-playbooks = 使った、または改めたプレイブック
section-skill-changes = これ以降できるようになったこと
section-retrospective = 振り返り
section-after-action = 事後レビュー
aar-expected = 期待していたこと
aar-actual = 実際に起きたこと
aar-why = その理由
aar-sustain = 続けること
aar-improve = 変えること
section-moments = 心に残る場面
section-quotes = 参加者の言葉
section-rests-on-this = これに基づくもの
section-evidence = 根拠
evidence-lede = この内容のもとになったセッション。
section-mentioned-in = 言及している記録
section-objectives = 目標
section-phases = フェーズ
section-recognition = 謝辞
section-description = 内容
section-open-on-project = 未完了
section-project-sessions = セッション
section-project-lessons = 学んだこと
section-project-decisions = 決定
section-maintenance = 維持に必要なこと
section-takes-with = { $person }が持ち帰るもの
section-what-you-take = この人に残るもの
more-on-site = ほか{ $count }件はサイトにあります
section-where-they-were = 参加したセッション
section-owns = 担当しているもの
section-sole-holder = 唯一の保有者であるスキル
section-read-next = 次に読むもの
section-teach-next = 次の段階を教えられる人
nobody-teaches = 残る人の中に、教えられる人がまだいません
section-holders = 保有者
section-training = 実施した研修
section-trained-in = このスキルを扱ったセッション
section-all-levels = すべてのレベル
section-about = 概要
section-month-by-month = 月ごと
section-projects = プロジェクト
section-first = 最初に読むもの
section-ask = 相談する相手
section-people = 人
section-open = 未完了
section-by-step = 段階別
section-risks = 主なリスク
section-results = 結果
section-coverage = 私たちがいなくてもできる人
section-stays = 残るもの
section-criteria = 確かめる基準
section-all-tags = すべてのタグ
section-blockers = 妨げになっていること
section-subpages = このフォルダーの中

## Sentences
not-one = なし。
register-of = すべての項目
sessions-count = { $count ->
   *[other] { $count }件のセッション
}
people-count = { $count ->
   *[other] { $count }人
}
records-count = { $count ->
   *[other] { $count }件の記録にこのタグがあります。
}
lessons-count = { $count ->
   *[other] { $count }件の教訓
}
stays-after = 残る
leaves-after = 離れる
leaves-with-us = 離任：{ $person }
nobody = なし
not-named-here = ここでは名を挙げない
on-time = 期日どおり
late = 遅延
within-budget = 予算内
over-budget = 予算超過
unfinished = 未完了
forecast-late = 見通し：{ $days }
overdue = 期限超過
teaches-now = { $skill }を教えられる
level-change = { $before } → { $after }
all-years = すべて
year-pages = 年別
letter-pages = 頭文字別
attended = { $sessions }、{ $hours }
recurring = 複数のプロジェクトに共通
not-acted-on = まだ対応なし
tolerance = 許容範囲 { $percent }%
training-sum = 研修と共同作業：{ $sessions }、{ $hours }

## Home
where-to-go = 目的別の入り口
way-new-joiner = 新しく加わった方
way-new-joiner-lede = これまでの経緯、最初に読むもの、相談する相手。
way-business-analyst = ビジネスアナリスト
way-business-analyst-lede = 状況の読み解き方と、次の段階を教えられる人。
way-project-lead = プロジェクトリーダー
way-project-lead-lede = 計画と運営の進め方、うまくいかなかったこと、これから担うこと。
way-executive-sponsor = スポンサー
way-executive-sponsor-lede = 価値はあったか、何が失敗しうるか、何が残るか。
way-vendor = ベンダー
way-vendor-lede = 期待されることと、合意の取り方。
way-pmo = PMO
way-pmo-lede = 並べ替え、絞り込み、持ち出しができる一覧。
your-page = あなたのページ
key-figures = 数字で見る
figure-covered = { $all ->
   *[other] 残る人がカバーするスキル
}
figure-on-time = { $all ->
   *[other] 期日どおりの完了プロジェクト
}
figure-on-budget = { $all ->
   *[other] 予算内の完了プロジェクト
}
figure-cancelled = { $count ->
   *[other] 意図して中止したプロジェクト
}
figure-sessions = { $count ->
   *[other] セッション
}
figure-playbooks = { $count ->
   *[other] プレイブック
}
figure-leave-behinds = { $count ->
   *[other] 残すもの
}
figure-owned = { $all ->
   *[other] 残る担当者がいる未完了項目
}
what-stays = 段階ごとの残るもの
read-as-book = 冊子として読む

## The search
search-hint = 言葉、名前、スキルなど
search-loading = 索引を読み込んでいます…
search-failed = 索引を読み込めませんでした。
search-empty = 言葉を入力してください。矢印キーで移動し、Enterで開きます。
search-kinds = 種別
search-without-script = 検索にはJavaScriptが必要です。使えない場合も、一覧とタグからすべてのページへたどれます。
search-results = { $count ->
   *[other] { $count }件
}

## Tables and code
filter-table = 表を絞り込む
filter-words = 言葉
filter-all = すべて
filter-clear = 解除
filter-rows = { $count ->
   *[other] { $count }行（全{ $of }行）
}
copy = コピー
copied = コピーしました
print-part = この部分を印刷
code = コード
table = 表
footnotes = 脚注
footnote = 脚注{ $number }
back-to-text = 本文に戻る
task-done = 完了
task-open = 未完了

## Callouts
callout-note = 補足
callout-tip = ヒント
callout-important = 重要
callout-warning = 警告
callout-caution = 注意
callout-example = 例
callout-quote = 引用
callout-internal = 内部向け

## Words of the fields
step-commodity = コモディティ
step-good = 財
step-service = サービス
step-experience = 経験
step-transformation = 変革
step-plural-commodity = コモディティ
step-plural-good = 財
step-plural-service = サービス
step-plural-experience = 経験
step-plural-transformation = 変革
step-lede-commodity = 誰でも納品できたもの。
step-lede-good = 持ち帰れるもの：テンプレート、ツール、システム。
step-lede-service = 結果：皆さんのために行われ、これからも続くこと。
step-lede-experience = 記憶に残ることと、それ以来できるようになったこと。
step-lede-transformation = 組織の変わったところ。
step-unplaced = 段階なし
organisation-kind-client = クライアント
organisation-kind-consultancy = コンサルティング会社
organisation-kind-vendor = ベンダー
organisation-kind-partner = パートナー
role-executive-sponsor = エグゼクティブスポンサー
role-project-lead = プロジェクトリーダー
role-business-analyst = ビジネスアナリスト
role-vendor = ベンダー
role-pmo = PMO
role-subject-matter-expert = 業務専門家
role-consultant = コンサルタント
role-team-member = チームメンバー
role-new-joiner = 新任者
project-status-proposed = 提案
project-status-active = 進行中
project-status-on-hold = 保留
project-status-completed = 完了
project-status-transferred = 移管済み
project-status-cancelled = 中止
session-type-training = 研修
session-type-coaching = コーチング
session-type-workshop = ワークショップ
session-type-pairing = ペア作業
session-type-shadowing = シャドーイング
session-type-reverse-shadowing = 逆シャドーイング
session-type-meeting = 会議
session-type-steering = 運営委員会
session-type-gate = ゲート判定
session-type-retrospective = 振り返り
session-type-after-action-review = 事後レビュー
session-type-demo = デモ
session-type-handover = 引き継ぎ
session-purpose-learning = 学ぶ
session-purpose-working = 作業する
session-purpose-steering = 方向を決める
session-purpose-looking-back = 振り返る
session-purpose-other = その他
method-i-do = やって見せる
method-we-do = 一緒にやる
method-you-do = やってもらう
method-you-teach = 教えてもらう
session-status-planned = 予定
session-status-held = 実施済み
session-status-cancelled = 中止
retrospective-format-start-stop-continue = 始める・やめる・続ける
retrospective-format-four-ls = 4つのL
retrospective-format-sailboat = ヨット
retrospective-format-mad-sad-glad = 怒り・悲しみ・喜び
retrospective-format-went-well-improve = 良かった点・改善点
skill-family-analyze-situations = 状況を分析する
skill-family-manage-projects = プロジェクトを管理する
skill-family-lead-changes = 変革を導く
skill-family-other = その他
level-none = なし
level-aware = 知っている
level-assisted = 支援があればできる
level-independent = 一人でできる
level-teaches = 教えられる
evidence-level-reaction = 反応
evidence-level-learning = 学習
evidence-level-behaviour = 行動
evidence-level-results = 成果
playbook-status-draft = 下書き
playbook-status-in-use = 使用中
playbook-status-needs-review = 要見直し
playbook-status-retired = 廃止
polarity-went-well = うまくいった
polarity-went-badly = うまくいかなかった
polarity-mixed = 両方
lesson-status-new = 新規
lesson-status-agreed = 合意済み
lesson-status-in-progress = 対応中
lesson-status-embedded = 定着
lesson-status-archived = 保管
decision-status-proposed = 提案
decision-status-rejected = 却下
decision-status-accepted = 採択
decision-status-deprecated = 非推奨
decision-status-superseded = 置き換え済み
item-type-risk = リスク
item-type-assumption = 前提
item-type-issue = 課題
item-type-dependency = 依存関係
item-type-action = アクション
item-type-follow-on = 継続事項
item-status-open = 未着手
item-status-in-progress = 対応中
item-status-blocked = 停滞
item-status-closed = 完了
item-status-transferred = 移管済み
risk-response-avoid = 回避
risk-response-mitigate = 軽減
risk-response-transfer = 移転
risk-response-accept = 受容
leave-behind-form-playbook = プレイブック
leave-behind-form-template = テンプレート
leave-behind-form-tool = ツール
leave-behind-form-system = システム
leave-behind-form-document = 文書
leave-behind-form-dataset = データセット
leave-behind-form-skill = スキル
leave-behind-form-role = 役割
leave-behind-form-routine = 習慣
leave-behind-form-relationship = 関係
leave-behind-form-memento = 記念品
criterion-status-met = 達成
criterion-status-partially-met = 一部達成
criterion-status-not-met = 未達成
criterion-status-not-yet-measurable = まだ測定できない
handover-area-people = 人
handover-area-knowledge = 知識
handover-area-assets-access = 資産とアクセス権
handover-area-open-items = 未完了項目
handover-area-contracts = 契約
handover-area-finance = 財務
handover-area-support = サポート
handover-area-acceptance = 検収
handover-area-none = 領域なし
coverage-gap = 不在
coverage-single-holder = 一人のみ
coverage-thin = 手薄
coverage-covered = 充足
obstacle-not-done = 未完了
obstacle-unowned = 担当者がいない
obstacle-owner-leaves = 担当者が離れる
obstacle-nobody-holds = 残る人の中に保有者がいない

## Pictures
picture-not-recorded = 記録なし
picture-nothing = この図に示すものはまだありません。
picture-person = 人
picture-skill = スキル
picture-when = 時期
picture-before = 以前
picture-after = 以後
picture-project = プロジェクト
picture-projects = プロジェクト
picture-all = すべて
picture-month = 月
picture-year = 年
picture-theme = テーマ
picture-area = 領域
picture-step = 段階
picture-left-behind = 残すもの
picture-evidence = 根拠
picture-number = 番号
picture-risk = リスク
picture-probability = 発生確率
picture-impact = 影響度
picture-score = 評点
picture-owner-after = 今後の担当者
picture-and-more = ほか{ $count }件
picture-stays = 残る
picture-leaves = 離れる
picture-done = 完了
picture-to-do = 未完了
picture-done-of = { $of }件中{ $done }件
picture-ready = 準備完了
picture-blockers = { $count ->
   *[other] 妨げ{ $count }件
}
picture-blocked-by = 妨げ
picture-no-area = 領域なし

picture-skills-matrix-title = スキルマトリクス
picture-skills-matrix-description = { $people }人と{ $skills }件のスキルについて、以前と以後のレベル。
picture-skills-matrix-caption = 各マスの細い部分が以前のレベル、広い部分が以後のレベルです。
picture-level-sums-title = スキルのレベル
picture-level-sums-description = { $skills }件のスキルについて、以前と以後の各レベルの人数。
picture-level-sums-caption = 各レベルの人数。上が以前、下が以後です。

picture-coverage-title = 離任後のカバー状況
picture-coverage-description = { $skills }件のスキルのうち{ $covered }件は、残る保有者が必要な人数に達しています。
picture-coverage-caption = 一つのブロックが一人の保有者です。破線はコンサルタントとともに離れます。
picture-coverage-wanted = 必要：{ $holders }
picture-coverage-required = 必要
picture-coverage-after-exit = 離任後のカバー状況
picture-coverage-with-consultants = コンサルタントを含む場合

picture-timeline-title = セッションの推移
picture-timeline-description = { $first }から{ $last }までの{ $sessions }件のセッションを目的別に示します。
picture-timeline-caption = 月別・目的別のセッション数。
picture-timeline-caption-years = 年別・目的別のセッション数。

picture-schedule-title = 日程の計画と実績
picture-schedule-description = { $projects }件のプロジェクトについて、上に計画、下に実績。
picture-schedule-caption = 日程：上が計画、下が実績です。
picture-planned = 計画
picture-approved = 承認
picture-actual = 実績
picture-verdict = 結果
picture-first-plan = 変更前の当初計画
picture-plan = 計画
picture-actual-within = 実績（許容範囲内）
picture-actual-beyond = 実績（許容範囲外）
picture-actual-open = 現時点まで、または不明
picture-cancelled = 中止
picture-unfinished = 未完了
picture-forecast-late = 見通し：{ $days ->
   *[other] { $days }日遅れ
}
picture-forecast-on-time = 見通し：期日どおり
picture-on-the-day = 予定日どおり
picture-days-early = { $days ->
   *[other] { $days }日早い
}
picture-days-late = { $days ->
   *[other] { $days }日遅れ
}
picture-days-late-within = { $days ->
   *[other] { $days }日遅れ（許容範囲内）
}

picture-budget-title = 予算と費用
picture-budget-description = { $projects }件のプロジェクトについて、上に予算、下に費用。
picture-budget-caption = 上が予算、下が費用です。
picture-currency = 通貨
picture-no-currency = 通貨の記録なし
picture-cost = 費用
picture-budget-amount = 予算 { $sum }
picture-budget-amount-missing = 予算の記録なし
picture-cost-amount = 費用 { $sum }
picture-cost-amount-missing = 費用の記録なし
picture-spent = { $percent }%支出
picture-on-budget = 予算どおり
picture-percent-under = { $percent }%下回る
picture-percent-over = { $percent }%超過
picture-percent-over-within = { $percent }%超過（許容範囲内）

picture-staircase-title = 価値の階段
picture-staircase-description = { $count }件が残ります。{ $steps }。
picture-staircase-caption = 経済価値の段階別に見た、残るもの。
picture-step-count = { $step }：{ $count }
picture-client-before = 以前
picture-client-after = 現在

picture-risk-grid-title = リスクの格子
picture-risk-grid-description = { $count }件の未解決リスクを、発生確率と影響度（各1から5）で示します。
picture-risk-grid-caption = 未解決のリスク。大きい順の番号です。

picture-lessons-title = テーマ別の教訓
picture-lessons-description = { $themes }テーマ、{ $lessons }件の教訓を、うまくいったかどうかで分けて示します。
picture-lessons-caption = テーマ別の教訓と、その結果。
picture-lessons-recurs = { $projects }件のプロジェクトに共通
picture-lessons-no-theme = テーマなし

picture-readiness-title = 領域別の準備状況
picture-readiness-description = 引き継ぎの{ $areas }領域のうち{ $ready }領域には妨げがありません。
picture-readiness-caption = 領域別の引き継ぎチェックリスト。
picture-today = 今日

## Pages
coverage-only = { $state }：{ $person }
kind-role = 役割
of-all = / { $all }
done-of = { $all }件中{ $part }件完了
register-parts = 分割一覧
register-rest = その他
field-level = レベル
field-teaches = 質問できること
field-last-changed = 最終更新
field-meaning = 意味
field-sole-holder = 唯一の保有者
section-all-skills = スキル別
section-all-themes = テーマ
section-attended = 参加したセッション
section-learn-it-by = 学び方
section-location = 場所
section-not-acted-on = 未対応
section-organisations = 組織
section-outcome-of-all = 成果
section-role-lessons = 担当する教訓
section-role-playbooks = あなたのためのプレイブック
section-unfounded-claims = 裏付けとなるセッションのないレベル
section-role-skills = スキルと、いま教えられる人
section-sole-holders = 複数のスキルを一人で担う人
section-sums = 完了したプロジェクトの合計
section-takes-along = スキルの前と今
section-weak-skills = 手当てが必要なスキル
section-without-teacher = 残る人の中に教えられる人がいない
feed-title = 最新のセッション・教訓・決定

## The book
contents = 目次
figures = 図の一覧
figure = 図
page-number = { $number }ページ
volume = 全{ $count }巻の第{ $number }巻：{ $chapters }
in-volume = 第{ $number }巻
in-volume-page = 第{ $number }巻、{ $page }ページ
chapter-letter = ごあいさつ
chapter-summary = 一枚の要約
chapter-story = これまでの歩み
chapter-portfolio = ポートフォリオの結果
chapter-what-we-leave-behind = 残していくもの
chapter-skills = 身についたスキル
chapter-playbooks = プレイブック
chapter-lessons = 学んだこと
chapter-decisions = 決定とその理由
chapter-open-items = 未解決の項目と担当者
chapter-after-we-leave = 私たちが去った後
chapter-success = 続いていることの確かめ方
chapter-sign-off = チェックリストと承認
chapter-sessions = セッション一覧
chapter-glossary = 用語集
chapter-index = 索引
what-you-take = あなたが持ち帰るもの
support-until = お問い合わせ対応の期限
ownership = 担当の一覧
review-calendar = 見直しの予定
sign-title = 署名
sign-sentence = 以下の署名により、本書に記した引き継ぎが行われたことを双方が確認します。
sign-signature = 署名
book-accessibility = 本文はすべて読み上げることができます。見出し、リスト、表は構造化され、すべての図に説明文があります。
