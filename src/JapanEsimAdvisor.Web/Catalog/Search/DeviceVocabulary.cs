using System.Collections.Frozen;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>
/// How people write words of device names in other scripts and in short, and the words beside the name: market, operator,
/// memory, color.
/// </summary>
/// <remarks>
/// A meaning is a row of words. A word that starts with <see cref="MarketSign"/> is a market. An empty row is a word
/// without information about the model.
/// </remarks>
public static class DeviceVocabulary
{
    public const char MarketSign = '@';

    /// <summary>The longest key of <see cref="Latin"/>, in words.</summary>
    public const int MostWords = 3;

    /// <summary>Brands and families in short, as the start of a word: mi11, ip14, motog54.</summary>
    public static readonly FrozenDictionary<string, string> ShortLabels = new Dictionary<string, string>
    {
        ["mi"] = "xiaomi",
        ["ip"] = "iphone",
        ["iph"] = "iphone",
        ["i"] = "iphone",
        ["moto"] = "motorola",
    }.ToFrozenDictionary();

    /// <summary>Words in Chinese, Japanese and Korean. The longest that matches counts.</summary>
    public static readonly FrozenDictionary<string, string[]> Cjk = Read(
        """
        iphone: アイフォン アイフォーン アイホン あいふぉん 아이폰
        ipad: アイパッド 아이패드 苹果平板 蘋果平板
        apple: 苹果 蘋果 アップル 애플 水果
        macbook: マックブック 맥북
        apple watch: アップルウォッチ アップルウオッチ 애플워치 애플와치
        galaxy: ギャラクシー ギャラクシ 갤럭시 갤럭씨 갤 盖乐世 蓋樂世
        samsung: 三星 サムスン サムソン 삼성 삼숭
        pixel: ピクセル 픽셀
        google: 谷歌 グーグル 구글
        google pixel: グーグルピクセル 구글픽셀
        xperia: エクスペリア 엑스페리아
        sony: 索尼 ソニー 소니
        aquos: アクオス
        sharp: 夏普 シャープ 샤프
        xiaomi: 小米 シャオミ 샤오미
        redmi: 红米 紅米 レッドミー 레드미 홍미
        poco: ポコ 포코
        huawei: 华为 華為 ファーウェイ 화웨이
        honor: 荣耀 榮耀 オナー 아너
        oppo: 欧珀 オッポ 오포
        vivo: 维沃 ヴィーヴォ 비보
        iqoo: 艾酷
        oneplus: 一加 ワンプラス 원플러스
        realme: 真我 リアルミー 리얼미
        motorola: 摩托罗拉 摩托羅拉 モトローラ モト 모토로라 모토
        asus: 华硕 華碩 エイスース 에이수스
        nothing: ナッシング 낫싱
        meizu: 魅族 メイズ 메이주
        nokia: 诺基亚 諾基亞 ノキア 노키아
        lenovo: 联想 聯想 レノボ 레노버
        nintendo: 任天堂 ニンテンドー 닌텐도
        switch: スイッチ 스위치
        arrows: アローズ
        pro: プロ 프로
        max: マックス 맥스
        plus: プラス 플러스 플
        ultra: ウルトラ 울트라
        mini: ミニ 미니
        air: エア エアー 에어
        lite: ライト 라이트 青春版
        fold: フォールド 폴드
        flip: フリップ 플립
        note: ノート 노트
        tab: タブ 탭
        watch: ウォッチ 워치
        edge: エッジ 엣지 에지
        sense: センス
        wish: ウィッシュ
        zero: ゼロ
        mark: マーク
        ace: エース
        se: 에스이
        turbo: 터보
        : 手机 手機 智能手机 智慧型手機 平板电脑 平板電腦 平板 手表 手錶 笔记本 游戏机 タブレット 我的 的 携帯 スマホ スマートフォン 휴대폰 스마트폰 핸드폰 폰
        : 第 世代 代 세대 シリーズ 系列 시리즈 型 インチ 吋 寸 英寸 인치 を の 版 款 기종
        : 黑色 白色 蓝色 粉色 紫色 金色 银色 绿色 原色 钛金属 黑 白 蓝 ブラック ホワイト ブルー 블랙 화이트 블루
        : 国际版 國際版 欧版 歐版 海外版 グローバル版 글로벌 フリー シムフリー 无锁 無鎖 双卡 雙卡 全网通 공기계 중고
        @CN: 国行 國行 国行版 大陆版 大陸版 陆版 陸版 中国版 中國版 内地版 中国大陆版 大陆行货 중국판 중국내수 중국내수용
        @CN: 中国移动 中国联通 中国电信
        @HK: 港版 港行 香港版 香港行货 水货港版 홍콩판
        @MO: 澳门版 澳門版 마카오판
        @TW: 台版 台行 台湾版 台灣版 臺灣版 臺版 台灣公司貨 公司貨 대만판 中華電信 遠傳 台灣大哥大 台灣大
        @JP: 日版 日行 日本版 日本行货 일본판 일본내수 ドコモ ソフトバンク 楽天モバイル ワイモバイル 国内キャリア
        @US: 美版 美行 美国版 美國版 米国版 アメリカ版 北米版 미국판 북미판 美版有锁
        @KR: 韩版 韓版 韩国版 韓国版 韓國版 국내판 국내정발 국내정발판 정발판 정발 자급제 한국판 국내용
        @SG: 新加坡版 新行 싱가포르판
        @GB: 英版 英国版 英國版 イギリス版 영국판
        @CA: 加版 加拿大版 カナダ版 캐나다판
        @AU: 澳版 澳洲版 オーストラリア版 호주판
        @TH: 泰版 泰国版 泰國版 タイ版 태국판
        @VN: 越南版 ベトナム版 베트남판
        @MY: 马版 马来西亚版 馬來西亞版
        """);

    /// <summary>Words in Latin letters, by one to three words.</summary>
    public static readonly FrozenDictionary<string, string[]> Latin = Read(
        """
        iphone: i_phone|ifone|aifon|iphon|iphones|i_fone
        ipad: i_pad
        galaxy: glx
        oneplus: one_plus|1plus
        macbook: mac_book
        thinkpad: think_pad
        motorola: moto
        xiaomi: mi
        pro max: promax|pro_mx
        pro plus: proplus
        mark: mk
        mark 2: mk2
        mark 3: mk3
        mark 4: mk4
        mark 5: mk5
        mark 6: mk6
        mark 7: mk7
        mark 8: mk8
        plus: pls
        wifi: wi_fi|wlan
        1: 1st
        2: 2nd
        3: 3rd
        4: 4th
        5: 5th
        6: 6th
        7: 7th
        8: 8th
        9: 9th
        10: 10th
        11: 11th
        12: 12th
        : any|the|my|phone_model|smartphone|mobile|handset|gen|generation|series|edition|inch|in|new|used|old|refurbished|refurb
        : unlocked|sim_free|simfree|global|global_version|international|international_version|eu|eu_version|version|model|dual_sim|dualsim|esim|ram|rom|storage
        : duos|ds|dsn|sim|black|white|blue|green|pink|purple|yellow|silver|gold|gray|grey|titanium|natural_titanium|graphite|midnight|starlight
        : natural|desert|by_motorola
        @CN: cn|cn_version|china|china_version|chinese_version|mainland_china|prc|ch_a
        @HK: hk|hk_version|hong_kong|hong_kong_version|hongkong|za_a
        @TW: tw|tw_version|taiwan|taiwan_version|ta_a
        @JP: jp|jp_version|japan|japan_version|japanese_version|j_a
        @JP: au|kddi|docomo|ntt_docomo|softbank|ymobile|y_mobile|uq|uq_mobile|rakuten_mobile|ahamo|povo|linemo
        @US: us|usa|us_version|us_model|american_version|ll_a|verizon|att|at_t|t_mobile|tmobile|tmo|sprint|xfinity|cricket|us_cellular|metropcs
        @KR: kr|kr_version|korea|korean_version|korea_version|kh_a|skt|sk_telecom|kt|lgu|lg_u_plus|lgu_plus|lg_uplus|uplus
        @SG: sg|singapore|singapore_version
        @GB: uk|uk_version|gb_version|ee|o2_uk|vodafone_uk
        @CA: canada|canadian_version|rogers|telus
        @AU: australia|australian_version|telstra|optus
        : vodafone|o2|orange|telekom|three|tesco
        """);

    /// <summary>The longest key of <see cref="Cjk"/>, in characters.</summary>
    public static readonly int LongestCjk = Cjk.Keys.Max(key => key.Length);

    private static FrozenDictionary<string, string[]> Read(string rows) => rows
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(row => row.Split(':', 2))
        .SelectMany(row => row[1]
            .Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(key => (Key: key.Replace('_', ' '), Meaning: row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Meaning);
}
