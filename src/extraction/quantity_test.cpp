#include "extraction/quantity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/repair.h"

using namespace duban;

namespace {

using Lines = std::vector<std::string>;

// Every quantity of a cell as "value unit", with the comparator behind it where it is not eq.
Lines read(std::string_view raw) {
    const Text text = repair(raw);
    Lines out;
    for (const Quantity& q : extract_quantities(text.clean)) {
        std::string line = q.value.text();
        if (q.family == UnitFamily::kPercent) {
            line += " %";
        } else if (!q.unit.empty()) {
            line += " " + std::string(q.unit.of(text.clean));
        }
        if (q.comparator != Comparator::kEqual) line += " " + std::string(name_of(q.comparator));
        out.push_back(line);
    }
    return out;
}

Quantity only(std::string_view clean) {
    const auto all = extract_quantities(clean);
    REQUIRE(all.size() == 1);
    return all[0];
}

std::string mode(std::string_view clean) { return std::string(name_of(only(clean).mode)); }
std::string kind(std::string_view clean) { return std::string(name_of(only(clean).kind)); }

const Lines kNone{};

}  // namespace

TEST_CASE("quantity: number and unit, with their places") {
    const std::string text = "全年建成便民市场3.6 万 平方米，惠及百姓";
    const Quantity q = only(text);
    CHECK(q.value == Decimal(36000));
    CHECK(q.span.of(text) == "3.6 万 平方米");
    CHECK(q.number.of(text) == "3.6 万");
    CHECK(q.unit.of(text) == "平方米");
    CHECK(q.kind == QuantityKind::kArea);
    CHECK(q.rounded);
    CHECK_FALSE(q.chinese);
}

TEST_CASE("quantity: every classifier is a unit") {
    CHECK(read("巡诊417人次，建书屋26所、驿站9处、公厕13座，架空线入地8条，配车5辆") ==
          Lines{"417 人次", "26 所", "9 处", "13 座", "8 条", "5 辆"});
    CHECK(read("开展4批次抽检、7场招聘、2期培训") == Lines{"4 批次", "7 场"});
    CHECK(read("受益8户23人") == Lines{"8 户", "23 人"});
}

TEST_CASE("quantity: money, percent, rates and compound units") {
    CHECK(read("投资6.3亿元，其中专项债4200万元，补助每人900元") ==
          Lines{"630000000 元", "42000000 元", "900 元"});
    CHECK(read("合格率97.25%，提高3.1个百分点") == Lines{"97.25 %", "3.1 个百分点"});
    CHECK(read("处理能力8万吨/日，出水氨氮≤1.5mg/L") == Lines{"80000 吨/日", "1.5 mg/L le"});
    CHECK(read("补贴标准为150元/人·月") == Lines{"150 元/人·月"});
    CHECK(read("剂量0.3mg") == Lines{"0.3 mg"});
    CHECK(read("产能扩大2.5倍") == Lines{"2.5 倍"});
    CHECK(read("装机120千瓦，线路3千米") == Lines{"120 千瓦", "3 千米"});
    CHECK(kind("装机120千瓦") == "power");
    CHECK(kind("8万吨/日") == "capacity");
    CHECK(kind("3个工作日") == "duration");
    CHECK(kind("投资6亿元") == "money");
    CHECK(kind("巡河417公里") == "length");
}

TEST_CASE("quantity: four digits are a year only where a year is meant") {
    CHECK(read("投入1850万元，覆盖1976人、2048户，发卡2016张") ==
          Lines{"18500000 元", "1976 人", "2048 户", "2016 张"});
    CHECK(read("12030个") == Lines{"12030 个"});
    CHECK(read("2024年建成3处") == Lines{"3 处"});
    CHECK(read("到2025年底建成3处") == Lines{"3 处"});
    CHECK(read("2023-2025年") == kNone);
    CHECK(read("2023—2025年建成3处") == Lines{"3 处"});
}

TEST_CASE("quantity: comparators before the number") {
    CHECK(read("建成不少于89处") == Lines{"89 处 ge"});
    CHECK(read("达标率不低于95%") == Lines{"95 % ge"});
    CHECK(read("增开超过40场") == Lines{"40 场 gt"});
    CHECK(read("游客突破30万人次") == Lines{"300000 人次 gt"});
    CHECK(read("费用不超过2000元") == Lines{"2000 元 le"});
    CHECK(read("能耗低于5%") == Lines{"5 % lt"});
    CHECK(read("不足3公里") == Lines{"3 公里 lt"});
    CHECK(read("约60亩，近7万人，大约8天") ==
          Lines{"60 亩 approx", "70000 人 approx", "8 天 approx"});
    CHECK(read("浓度≤30mg/L，绿化率≥35%") == Lines{"30 mg/L le", "35 % ge"});
    CHECK(read("达到89处，完成90%") == Lines{"89 处", "90 %"});
}

TEST_CASE("quantity: negations are read with their word") {
    CHECK(read("不高于5%、不大于6%、不得少于7名、不得超过8天、不突破9亿元") ==
          Lines{"5 % le", "6 % le", "7 名 ge", "8 天 le", "900000000 元 le"});
    CHECK(read("高于5%、大于6%、少于7名、超8天") ==
          Lines{"5 % gt", "6 % gt", "7 名 lt", "8 天 gt"});
}

TEST_CASE("quantity: comparators reach over a few characters, not over a clause") {
    CHECK(read("每镇至少建成一家书店") == Lines{"1 家 ge"});
    CHECK(read("不少于新增车位50个") == Lines{"50 个 ge"});
    CHECK(read("不少于去年水平，新增车位50个") == Lines{"50 个"});
    CHECK(read("不超过预算的项目共有50个") == Lines{"50 个"});
    CHECK(read("不少于5个、10处") == Lines{"5 个 ge", "10 处"});
    // The nearest one decides.
    CHECK(read("至少不超过8名") == Lines{"8 名 le"});
}

TEST_CASE("quantity: comparators behind the number") {
    CHECK(read("60周岁以上老人，6周岁以下儿童") == Lines{"60 周岁 ge", "6 周岁 le"});
    CHECK(read("占比20%左右") == Lines{"20 % approx"});
    CHECK(read("24小时内办结，误差在2%以内") == Lines{"24 小时 le", "2 % le"});
    CHECK(read("36所学校以上") == Lines{"36 所 ge"});
    CHECK(read("控制在规定5%比例之内") == Lines{"5 % le"});
    CHECK(read("20人（含）以上") == Lines{"20 人 ge"});
    CHECK(read("3处及以上") == Lines{"3 处 ge"});
    // Inside a place is not within a limit; a rank takes the word for itself.
    CHECK(read("3个小区内") == Lines{"3 个"});
    CHECK(read("培训5名中级以上职称人员") == Lines{"5 名"});
}

TEST_CASE("quantity: near and about that are no approximations") {
    CHECK(read("附近3处") == Lines{"3 处"});
    CHECK(read("最近3天") == Lines{"3 天"});
    CHECK(read("签约12家") == Lines{"12 家"});
    CHECK(read("节约2万元") == Lines{"20000 元"});
    CHECK(read("近三年") == Lines{"3 年"});
}

TEST_CASE("quantity: more than is about, and the value is the floor") {
    CHECK(read("30余万家、500多条、十几万户、二十多个、百余场") ==
          Lines{"300000 家 approx", "500 条 approx", "100000 户 approx", "20 个 approx",
                "100 场 approx"});
    CHECK(read("惠及几十个村") == Lines{"10 个 approx"});
}

TEST_CASE("quantity: a range gives its two ends") {
    CHECK(read("35—64岁妇女") == Lines{"35 岁 ge", "64 岁 le"});
    CHECK(read("5%-10%") == Lines{"5 % ge", "10 % le"});
    CHECK(read("补助1000至1500元") == Lines{"1000 元 ge", "1500 元 le"});
    CHECK(read("3至5万元") == Lines{"30000 元 ge", "50000 元 le"});
    CHECK(read("三至五万元") == Lines{"30000 元 ge", "50000 元 le"});
    CHECK(read("2万~3.5万户") == Lines{"20000 户 ge", "35000 户 le"});
    CHECK(read("五至三十天") == Lines{"5 天 ge", "30 天 le"});
    CHECK(read("8时至17时") == Lines{"8 时 ge", "17 时 le"});
    CHECK(read("7时-9时") == Lines{"7 时 ge", "9 时 le"});
    const std::string text = "35—64岁";
    const auto both = extract_quantities(text);
    REQUIRE(both.size() == 2);
    CHECK(both[0].range_low);
    CHECK(both[0].span.of(text) == "35");
    CHECK(both[1].range_high);
    CHECK(both[1].span.of(text) == "64岁");
}

TEST_CASE("quantity: hundredths in words") {
    CHECK(read("占百分之三十五") == Lines{"35 %"});
    CHECK(read("达百分之九十八点六") == Lines{"98.6 %"});
    CHECK(read("超过百分之八十") == Lines{"80 % gt"});
    CHECK(read("百分之九十以上") == Lines{"90 % ge"});
    CHECK(read("百分之九十多") == Lines{"90 % approx"});
    CHECK(read("百分之三至百分之五") == Lines{"3 % ge", "5 % le"});
    CHECK(read("百分之三至五") == Lines{"3 % ge", "5 % le"});
    CHECK(read("百分之百分之") == kNone);
}

TEST_CASE("quantity: Chinese numerals count where they count something") {
    CHECK(read("惠及七类人员、落实四项措施、覆盖两区") == Lines{"7 类", "4 项", "2 区"});
    CHECK(read("建成二十二座桥，壹佰伍拾名学员") == Lines{"22 座", "150 名"});
    CHECK(read("各乡镇至少一处") == Lines{"1 处 ge"});
    CHECK(read("新建一座水厂") == Lines{"1 座"});
    CHECK(read("两年内完工") == Lines{"2 年 le"});
}

TEST_CASE("quantity: one that counts nothing") {
    for (const char* text :
         {"一批项目", "一次性补助", "进一步提升", "一部分群众", "统一标准", "一站式服务",
          "一体化推进", "另一处", "某一个环节", "一窗受理", "一刻钟便民圈", "第一个", "同一家"}) {
        CAPTURE(text);
        CHECK(read(text) == kNone);
    }
}

TEST_CASE("quantity: ranks, ordinals, names and set terms are none") {
    for (const char* text :
         {"三级医院",     "二级以上资质", "市县两级",     "第二批",   "第3期",      "前三名",
          "党的二十大",   "十四五规划",   "两癌筛查",     "四个意识", "第十二中学", "五一路",
          "三里河",       "二胎",         "九年级",       "二等奖",   "12号楼",     "3号线",
          "204国道",      "二类水",       "1+3+N",        "10+5",     "七里铺村",   "三角地",
          "“五个一”工程", "“四好农村路”", "《十项规定》", "A1类",     "BOD5",       "G206线",
          "PM2.5",        "三年行动"}) {
        CAPTURE(text);
        CHECK(read(text) == kNone);
    }
}

TEST_CASE("quantity: dates, clocks, months and document numbers are none") {
    for (const char* text :
         {"5月", "1-12月", "1月-12月", "3月17日", "2024年5月6日", "2024.5.6", "2024-05-06",
          "2024/5/6", "二〇二四年五月", "8:30-17:30", "9：00", "清政发〔2024〕15号", "（2024）7号",
          "（2024年版）", "24年底前", "每月10日", "12月底前"}) {
        CAPTURE(text);
        CHECK(read(text) == kNone);
    }
}

TEST_CASE("quantity: telephone numbers, codes and ratios are none") {
    for (const char* text :
         {"拨打12345热线", "120急救", "咨询电话0539-8123456", "电话：8123456转2", "0539-123-456",
          "编号007", "热线400-800-1234", "3:5的比例", "配比1/3", "邮编276000，"}) {
        CAPTURE(text);
        CHECK(read(text) == kNone);
    }
    CHECK(read("12345热线受理3.2万件") == Lines{"32000 件"});
}

TEST_CASE("quantity: list marks are none, what they list is") {
    CHECK(read("1.新建5处") == Lines{"5 处"});
    CHECK(read("2、改造6处") == Lines{"6 处"});
    CHECK(read("（1）新建5处") == Lines{"5 处"});
    CHECK(read("①5月，新建5处；②6月，新建6处") == Lines{"5 处", "6 处"});
}

TEST_CASE("quantity: a site's count in brackets") {
    const std::string text = "城东站（12）、城西站（8）、河边（待定）";
    const auto all = extract_quantities(text);
    REQUIRE(all.size() == 2);
    CHECK(all[0].value == Decimal(12));
    CHECK(all[0].bracketed);
    CHECK(all[0].unit.empty());
    CHECK(all[0].kind == QuantityKind::kCount);
    CHECK(all[1].value == Decimal(8));
    CHECK(read("共5处（城东3处、城西2处）") == Lines{"5 处", "3 处", "2 处"});
    CHECK_FALSE(extract_quantities("（3处）").at(0).bracketed);
}

TEST_CASE("quantity: a scale without a unit, and a cell that holds a number alone") {
    CHECK(read("发放10万，其中") == Lines{"100000"});
    CHECK(read("85") == Lines{"85"});
    CHECK(read(" 85.5 ") == Lines{"85.5"});
    CHECK(read("完成85的") == kNone);
}

TEST_CASE("quantity: full width and blanks are read through") {
    CHECK(read("新建３５座，占８０％") == Lines{"35 座", "80 %"});
    CHECK(read("补助 1089 元") == Lines{"1089 元"});
    CHECK(read("3.63 万 户") == Lines{"36300 户"});
    CHECK(read("1,234个、12,345,678元") == Lines{"1234 个", "12345678 元"});
}

TEST_CASE("quantity: mixed and spoken numerals") {
    CHECK(read("3万4000元、1千零20元") == Lines{"34000 元", "1020 元"});
    CHECK(read("两千四百五十人，一万零五户") == Lines{"2450 人", "10005 户"});
    CHECK(read("四万五千个") == Lines{"45000 个"});
}

TEST_CASE("quantity: negative only as a fall of a share") {
    CHECK(read("同比增长-3.5%") == Lines{"-3.5 %"});
    const std::string text = "增长-3.5%";
    CHECK(only(text).span.of(text) == "-3.5%");
    CHECK(read("A-3处") == kNone);
}

TEST_CASE("quantity: modes") {
    CHECK(mode("完成全年目标的30%") == "share_of_goal");
    CHECK(mode("占年度任务的45%") == "share_of_goal");
    CHECK(mode("完成率96%") == "share_of_goal");
    CHECK(mode("同比提高12%") == "increment");
    CHECK(mode("合格率96%") == "level");
    CHECK(mode("累计建成21处") == "cumulative");
    CHECK(mode("共培训300人") == "cumulative");
    CHECK(mode("本月新增3处") == "increment");
    CHECK(mode("每人每月补助829元") == "level");
    CHECK(mode("建成21处") == "");
    // The clause before has no say, and neither has the quantity before.
    CHECK(mode("累计推进，建成21处") == "");
    CHECK(extract_quantities("新增3处21间").at(1).mode == Mode::kNone);
}

TEST_CASE("quantity: each and of which") {
    CHECK(only("三地各建5处").each);
    CHECK_FALSE(only("各地合力共同建成了驿站5处").each);
    CHECK(only("其中城区36处").of_which);
    CHECK_FALSE(only("城区36处").of_which);
}

TEST_CASE("quantity: nothing in it, and no end to it") {
    CHECK(extract_quantities("").empty());
    CHECK(extract_quantities("没有数字的一句话").empty());
    for (const char* part : {"7", "一", "%", "万", "一千一百一十一万", "1-", "两-3-", "三-", "《",
                             "“", "百分之", "1,", "（"}) {
        CAPTURE(part);
        std::string text;
        while (text.size() < 60000) text += part;
        for (const Quantity& q : extract_quantities(text)) CHECK(q.span.end <= text.size());
    }
}

TEST_CASE("quantity: bytes that are no text are passed over") {
    for (const char* text : {"\xE4\xB8", "\xE5\xB9\xE4\xB8\x80\xE4", "3\xE4\xB8",
                             "\xFF\x33\xFE\xE4", "一\xE4", "百分之\xE4"}) {
        for (const Quantity& q : extract_quantities(text))
            CHECK(q.span.end <= std::string_view(text).size());
    }
    CHECK(read("3\xFF\xFF个，5个").back() == "5 个");
}
