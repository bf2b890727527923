// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-base"

#include "config.h"

#include "clinch-pinyin-names.h"
#include "clinch-pinyin.h"

#include <string.h>

/* Surnames that sound otherwise than the character does in most words, rare ones too: they are only
 * looked up where a person is known to be named. */
static const ClinchPinyinWord surnames[] = {
  { "单", "shan" }, { "單", "shan" }, { "曾", "zeng" }, { "仇", "qiu" }, { "解", "xie" },
  { "区", "ou" }, { "區", "ou" }, { "查", "zha" }, { "盖", "ge gai" }, { "蓋", "ge gai" },
  { "朴", "piao pu" }, { "翟", "zhai di" }, { "乐", "yue le" },
  { "樂", "yue le" }, { "召", "shao" }, { "缪", "miao" }, { "繆", "miao" }, { "员", "yun" },
  { "員", "yun" }, { "黑", "he" }, { "种", "chong" }, { "洗", "xian" }, { "覃", "qin tan" },
  { "谌", "chen shen" }, { "諶", "chen shen" }, { "隗", "wei kui" }, { "郇", "xun huan" },
  { "郗", "xi chi" }, { "乜", "nie" }, { "卜", "bu" }, { "阚", "kan" }, { "佴", "nai" },
  { "能", "nai" }, { "么", "yao" }, { "折", "she zhe" }, { "牟", "mu mou" }, { "藏", "zang" },
  { "祭", "zhai ji" }, { "秘", "bi" }, { "句", "gou" }, { "費", "fei bi" }, { "费", "fei bi" },
  { "薄", "bo" }, { "都", "du" }, { "繁", "po" }, { "适", "kuo" }, { "咎", "gao jiu" },
  { "郄", "qie xi" },
};

/* Surnames of two characters; those that sound as written say so too. */
static const ClinchPinyinWord compound_surnames[] = {
  { "欧阳", "ou yang" }, { "歐陽", "ou yang" }, { "司马", "si ma" }, { "司馬", "si ma" },
  { "上官", "shang guan" }, { "诸葛", "zhu ge" }, { "諸葛", "zhu ge" }, { "尉迟", "yu chi" },
  { "尉遲", "yu chi" }, { "万俟", "mo qi" }, { "萬俟", "mo qi" }, { "长孙", "zhang sun" },
  { "長孫", "zhang sun" }, { "司徒", "si tu" }, { "司空", "si kong" }, { "司寇", "si kou" },
  { "夏侯", "xia hou" }, { "东方", "dong fang" }, { "東方", "dong fang" }, { "皇甫", "huang fu" },
  { "公孙", "gong sun" }, { "公孫", "gong sun" }, { "公羊", "gong yang" }, { "公冶", "gong ye" },
  { "公输", "gong shu" }, { "公良", "gong liang" }, { "仲孙", "zhong sun" },
  { "叔孙", "shu sun" }, { "轩辕", "xuan yuan" }, { "軒轅", "xuan yuan" }, { "令狐", "ling hu" },
  { "钟离", "zhong li" }, { "鍾離", "zhong li" }, { "宇文", "yu wen" }, { "慕容", "mu rong" },
  { "鲜于", "xian yu" }, { "鮮于", "xian yu" }, { "闾丘", "lv qiu" }, { "闻人", "wen ren" },
  { "赫连", "he lian" }, { "澹台", "tan tai" }, { "澹臺", "tan tai" }, { "宗政", "zong zheng" },
  { "濮阳", "pu yang" }, { "濮陽", "pu yang" }, { "淳于", "chun yu" }, { "单于", "chan yu" },
  { "太叔", "tai shu" }, { "申屠", "shen tu" }, { "呼延", "hu yan" }, { "端木", "duan mu" },
  { "百里", "bai li" }, { "东郭", "dong guo" }, { "东门", "dong men" }, { "南门", "nan men" },
  { "西门", "xi men" }, { "南宫", "nan gong" }, { "南宮", "nan gong" }, { "独孤", "du gu" },
  { "獨孤", "du gu" }, { "拓跋", "tuo ba" }, { "第五", "di wu" }, { "贺兰", "he lan" },
  { "纳兰", "na lan" }, { "完颜", "wan yan" }, { "叶赫", "ye he" }, { "那拉", "na la" },
  { "亓官", "qi guan" }, { "太史", "tai shi" }, { "巫马", "wu ma" }, { "漆雕", "qi diao" },
  { "乐正", "yue zheng" }, { "壤驷", "rang si" }, { "拓拔", "tuo ba" }, { "夹谷", "jia gu" },
  { "宰父", "zai fu" }, { "谷梁", "gu liang" }, { "段干", "duan gan" }, { "梁丘", "liang qiu" },
  { "左丘", "zuo qiu" }, { "东里", "dong li" }, { "微生", "wei sheng" }, { "羊舌", "yang she" },
  { "子车", "zi ju" }, { "颛孙", "zhuan sun" }, { "屈突", "qu tu" }, { "哥舒", "ge shu" },
  { "耶律", "ye lv" }, { "尉缭", "wei liao" }, { "赏芮", "shang rui" },
};

/* The surnames of one character. Names in common use today, in both ways of writing. */
static const char single_surnames[] =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕"
  "丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武"
  "钱戴严莫孔向常汤康易乔赖文牛殷樊施洪倪颜柳季骆温芦葛申耿关章鲁岳兰焦俞柯毕邢尚梅庄辛管祝齐左涂"
  "谷祁时舒路卫邬童包司凌华柴蒙纪詹宁尤冉欧翁聂单鲍盛霍翟成景柏霞冷阮桂蓝闵解连安喻裴窦费麦曲古戚"
  "项卜蒲滕宗甘游苗饶边查晏褚佘宫栾阳燕党应丘靳臧隋牟商车刁巩艾储仇冀匡麻敖位明占苑符郎房池练花岑"
  "惠邸莘浦扈巫米郁仲伍卓隆井全封满姬茅屈瞿祖班鞠丛穆冼區区娄楼巴卞桑钮荀强荆糜段富乌隗山蓬郗宿鄂"
  "闻贡劳逄宰郦雍璩濮郏慕茹宦鱼容慎戈庾衡弘寇阙夔师厍晁勾融訾阚那简空毋沙乜养须丰巢蒯红竺权逯盖益"
  "桓仉督佴伯赏墨哈谯笪佟昝帅缑琴郈谌仝尧朴揭亓禚迟苟虞支经干缪诸钭吉滑荣郜甄於焉牧宓仰秋戎束幸韶"
  "蓟薄召种黑洗员鹿隽粟尉昌苍呙眭郄妥矫淦阴旷冶闪竹凤卡綦鄢祭秘贲張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭"
  "葉蔣餘蘇呂盧鍾譚陸範賈鄒閻龍賀顧龔萬錢嚴湯喬賴駱蘆關魯嶽蘭畢莊齊塗衛鄔華紀寧聶單鮑藍閔連竇費麥"
  "項遊饒邊欒陽黨應車鞏儲練巖婁樓鈕榮豐闞繆諸臺樸員蓋種樂";

/* How characters of several readings sound in the words that names of companies and places are made
 * of. Where a word is here, its reading comes first and is not crowded out by the others. */
static const ClinchPinyinWord words[] = {
  { "长三角", "chang san jiao" }, { "都江堰", "du jiang yan" }, { "长江", "chang jiang" },
  { "长沙", "chang sha" }, { "长春", "chang chun" }, { "长安", "chang an" },
  { "长城", "chang cheng" }, { "长虹", "chang hong" }, { "长治", "chang zhi" },
  { "长宁", "chang ning" }, { "长远", "chang yuan" }, { "长征", "chang zheng" },
  { "长兴", "chang xing" }, { "长航", "chang hang" }, { "长荣", "chang rong" },
  { "长电", "chang dian" }, { "长信", "chang xin" }, { "长期", "chang qi" },
  { "长乐", "chang le" }, { "长丰", "chang feng" }, { "长鑫", "chang xin" },
  { "长盛", "chang sheng" }, { "银行", "yin hang" }, { "行长", "hang zhang" },
  { "行业", "hang ye" }, { "分行", "fen hang" }, { "支行", "zhi hang" }, { "总行", "zong hang" },
  { "央行", "yang hang" }, { "农行", "nong hang" }, { "工行", "gong hang" },
  { "建行", "jian hang" }, { "中行", "zhong hang" }, { "招行", "zhao hang" },
  { "商行", "shang hang" }, { "车行", "che hang" }, { "重庆", "chong qing" },
  { "重慶", "chong qing" }, { "厦门", "xia men" }, { "廈門", "xia men" }, { "成都", "cheng du" },
  { "首都", "shou du" }, { "都市", "du shi" }, { "都会", "du hui" }, { "会计", "kuai ji" },
  { "西藏", "xi zang" }, { "音乐", "yin yue" }, { "乐清", "yue qing" }, { "乐器", "yue qi" },
  { "六安", "lu an" }, { "番禺", "pan yu" }, { "东阿", "dong e" }, { "空调", "kong tiao" },
  { "协调", "xie tiao" }, { "调味", "tiao wei" }, { "调节", "tiao jie" }, { "蚌埠", "beng bu" },
  { "黄埔", "huang pu" }, { "佛山", "fo shan" }, { "模具", "mu ju" }, { "单县", "shan xian" },
  { "铅山", "yan shan" }, { "尉犁", "yu li" }, { "弹簧", "tan huang" }, { "宝藏", "bao zang" },
  { "藏药", "zang yao" }, { "参茸", "shen rong" }, { "人参", "ren shen" }, { "大夫", "dai fu" },
  { "校准", "jiao zhun" }, { "薄膜", "bo mo" }, { "泊头", "bo tou" }, { "涡阳", "guo yang" },
};

static const ClinchPinyinWord *
find_prefix (const ClinchPinyinWord *list,
             gsize                   length,
             const char             *text)
{
  for (gsize i = 0; i < length; i++)
    {
      /* Three bytes tell nearly all of them apart. */
      if (memcmp (list[i].word, text, 3) == 0 && g_str_has_prefix (text, list[i].word))
        return &list[i];
    }
  return NULL;
}

const ClinchPinyinWord *
clinch_pinyin_find_surname (const char *name)
{
  const ClinchPinyinWord *found;

  if (strnlen (name, 3) < 3)
    return NULL;

  found = find_prefix (compound_surnames, G_N_ELEMENTS (compound_surnames), name);
  return found != NULL ? found : find_prefix (surnames, G_N_ELEMENTS (surnames), name);
}

const ClinchPinyinWord *
clinch_pinyin_find_word (const char *text)
{
  return strnlen (text, 3) < 3 ? NULL : find_prefix (words, G_N_ELEMENTS (words), text);
}

int
clinch_pinyin_surname (const char *name)
{
  const char *next;
  char character[8] = "";

  if (strnlen (name, 3) < 3 || g_utf8_get_char_validated (name, -1) >= (gunichar) -2)
    return 0;

  if (find_prefix (compound_surnames, G_N_ELEMENTS (compound_surnames), name) != NULL)
    return 2;
  next = g_utf8_next_char (name);
  memcpy (character, name, next - name);
  return next - name >= 3 && strstr (single_surnames, character) != NULL ? 1 : 0;
}
