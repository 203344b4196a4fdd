// How promises, plans and results are tied, on rows of one's own words. Each case names what must
// come out: one line a target, "value unit | verdict | result | plan", "-" for what is not there.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "programme/import.h"
#include "programme/target.h"
#include "reader/text_reader.h"

namespace duban {
namespace {

std::string shown(const std::optional<Decimal>& value) { return value ? value->text() : "-"; }

// The targets with a figure; those without only where they have a date.
std::string targets_of(const std::string& measures, const std::string& plan,
                       const std::string& report, const std::string& title = "改善公共服务") {
    auto document = read_text(
        "某市2024年度民生实事12月份推进情况\n编号\t工作任务\t具体措施\t月度计划\t12月份推进情况"
        "\t工作成效\n1\t" +
        title + "\t" + measures + "\t" + plan + "\t" + report + "\t已完成全年任务\n");
    REQUIRE(document.ok());
    auto programme = import_programme(std::move(document.value()));
    REQUIRE(programme.ok());
    const Understanding u = understand(programme.value());
    std::string out;
    for (const Target& t : u.targets) {
        if (!t.value && t.due_place.empty()) continue;
        out += (t.value ? t.value->text() + " " + t.unit
                        : std::string(t.due_place.of(u.task_of(t).clean(t.cell)))) +
               " | " + std::string(name_of(t.verdict)) + " | " + shown(t.result) + " | " +
               shown(t.plan_final) + "\n";
    }
    return out;
}

std::string lines(const std::vector<std::string>& of) {
    std::string out;
    for (const std::string& line : of) out += line + "\n";
    return out;
}

}  // namespace

TEST_CASE("link: the year before a promise is no span of years") {
    CHECK(targets_of("2022年要修建步道35公里。", "", "修建步道36公里。") ==
          lines({"35 公里 | exceeded | 36 | -"}));
    CHECK(targets_of("2年要修建步道35公里。", "", "修建步道36公里。").empty());
}

TEST_CASE("six targets of one cell are answered in another order") {
    CHECK(targets_of(
              "新建幼儿园12所、小学8所，改造运动场30处，新增停车位5000个，安装路灯900盏，"
              "栽植行道树20000株。",
              "①12月，新建幼儿园12所、小学8所，改造运动场30处，新增停车位5000个，安装路灯900盏，"
              "栽植行道树20000株。",
              "栽植行道树21000株，安装路灯900盏，新增停车位4800个；改造运动场31处；"
              "新建小学8所、幼儿园12所。") ==
          lines({"12 所 | met | 12 | 12", "8 所 | met | 8 | 8", "30 处 | exceeded | 31 | 30",
                 "5000 个 | short | 4800 | 5000", "900 盏 | met | 900 | 900",
                 "20000 株 | exceeded | 21000 | 20000"}));
}

TEST_CASE("each of two things a thousand times") {
    CHECK(targets_of("提升农家书屋、乡村戏台各1000个。", "",
                     "提升农家书屋1000个、乡村戏台1012个。") ==
          lines({"1000 个 | met | 1000 | -", "1000 个 | exceeded | 1012 | -"}));
}

TEST_CASE("a target for each county") {
    CHECK(targets_of("东川县新建卫生室12处，西岭县新建卫生室8处。", "",
                     "西岭县新建卫生室8处；东川县新建卫生室11处。") ==
          lines({"12 处 | short | 11 | -", "8 处 | met | 8 | -"}));
}

TEST_CASE("running totals, amounts, and a series that says neither") {
    const std::string measures = "新建充电桩600个。";
    const std::string report = "累计建成充电桩600个。";
    CHECK(targets_of(measures,
                     "①6月，新增充电桩200个。②9月，新增充电桩250个。③12月，新增充电桩150个。",
                     report) == lines({"600 个 | met | 600 | 600"}));
    CHECK(targets_of(measures, "①6月，累计建成充电桩200个。②9月，累计450个。③12月，累计600个。",
                     report) == lines({"600 个 | met | 600 | 600"}));
    CHECK(targets_of(measures,
                     "①6月，建设充电桩200个。②9月，建设充电桩450个。③12月，建设充电桩600个。",
                     report) == lines({"600 个 | met | 600 | 600"}));
    CHECK(targets_of(measures,
                     "①6月，建设充电桩200个。②9月，建设充电桩200个。③12月，建设充电桩200个。",
                     report) == lines({"600 个 | met | 600 | 600"}));
}

TEST_CASE("shares of the year's goal stand for the plan") {
    CHECK(targets_of("培训护理员300人次。",
                     "①6月，开展培训，完成全年目标的40%。②12月，完成全年目标的100%。",
                     "全年培训护理员310人次。") == lines({"300 人次 | exceeded | 310 | 300"}));
}

TEST_CASE("a rate that is held, a limit that is kept or passed") {
    CHECK(targets_of("农村生活垃圾无害化处理率保持在98%以上。", "",
                     "农村生活垃圾无害化处理率为98.6%。") == lines({"98 % | exceeded | 98.6 | -"}));
    CHECK(targets_of("供水管网漏损率控制在9%以内。", "", "供水管网漏损率为8.7%。") ==
          lines({"9 % | met | 8.7 | -"}));
    CHECK(targets_of("供水管网漏损率控制在9%以内。", "", "供水管网漏损率为9.4%。") ==
          lines({"9 % | short | 9.4 | -"}));
}

TEST_CASE("a target that was raised is judged by what was promised") {
    CHECK(targets_of("改造农村危旧房屋420户。", "",
                     "年度任务由420户追加至500户，目前改造农村危旧房屋512户。") ==
          lines({"420 户 | exceeded | 512 | -"}));
}

TEST_CASE("another unit, a wider class, another name, another thing") {
    CHECK(targets_of("新建小型污水处理站6座。", "", "新建小型污水处理站处理规模达到9000吨/日。") ==
          lines({"6 座 | unverifiable | - | -"}));
    CHECK(targets_of("新增普惠托位800个。", "", "新增托位950个。") ==
          lines({"800 个 | unverifiable | 950 | -"}));
    CHECK(targets_of("新增普惠托位800个。", "", "新增普惠性托位950个。") ==
          lines({"800 个 | exceeded | 950 | -"}));
    CHECK(
        targets_of("举办“书香进万家”阅读推广活动60场。", "", "举办“全民悦读”阅读推广活动75场。") ==
        lines({"60 场 | unverifiable | 75 | -"}));
    CHECK(targets_of("举办“书香进万家”阅读推广活动60场。", "",
                     "举办“书香进万家”阅读推广活动75场。") == lines({"60 场 | exceeded | 75 | -"}));
    CHECK(targets_of("改造农村电网线路300公里，实施疏浚工程80公里。", "",
                     "改造农村电网线路300公里、岸坡绿化提质工程92.5公里。") ==
          lines({"300 公里 | met | 300 | -", "80 公里 | unverifiable | 92.5 | -"}));
}

TEST_CASE("a surplus over the target is not the result") {
    CHECK(targets_of("新建社区食堂50处。", "", "社区食堂已全部投用，超任务4处。") ==
          lines({"50 处 | exceeded | 54 | -"}));
    CHECK(targets_of("新建社区食堂50处。", "", "新建社区食堂54处，超任务4处。") ==
          lines({"50 处 | exceeded | 54 | -"}));
}

TEST_CASE("things that are promised by name") {
    CHECK(targets_of("建设青山、绿水、白鹭3个郊野公园。", "",
                     "青山、绿水、白鹭郊野公园均已建成开放。") == lines({"3 个 | met | - | -"}));
    CHECK(targets_of("建设青山、绿水、白鹭3个郊野公园。", "", "青山、绿水郊野公园均已建成开放。") ==
          lines({"3 个 | not_reported | - | -"}));
}

TEST_CASE("a range is a lower bound") {
    CHECK(targets_of("新建村级充电站30-40处。", "", "新建村级充电站33处。") ==
          lines({"30 处 | exceeded | 33 | -"}));
}

TEST_CASE("deadlines without a number") {
    CHECK(targets_of("汛前完成易涝点整治。自10月起实行夜间门诊。", "",
                     "易涝点整治完成，夜间门诊10月起开放。") ==
          lines({"汛前 | not_quantified | - | -", "自10月起 | not_quantified | - | -"}));
    CHECK(targets_of("6月底前完成河道清淤12公里。", "", "河道清淤12公里已于9月完成。") ==
          lines({"12 公里 | late | 12 | -"}));
    CHECK(targets_of("6月底前完成河道清淤12公里。", "", "截至12月底，完成河道清淤12公里。") ==
          lines({"12 公里 | met | 12 | -"}));
    CHECK(targets_of("6月底前完成河道清淤12公里。", "", "河道清淤12公里已于5月完成。") ==
          lines({"12 公里 | met | 12 | -"}));
}

TEST_CASE("an earlier stage is no result") {
    CHECK(targets_of("建成便民市场5处。", "", "确定了便民市场5处，均启动了前期手续。") ==
          lines({"5 处 | unverifiable | 5 | -"}));
}

TEST_CASE("units of one measure are converted") {
    CHECK(targets_of("新建污水管网30公里。", "", "新建污水管网30500米。") ==
          lines({"30 公里 | exceeded | 30.5 | -"}));
    CHECK(targets_of("建设高标准农田1500亩。", "", "建设高标准农田100公顷。") ==
          lines({"1500 亩 | met | 1500 | -"}));
    CHECK(targets_of("建设高标准农田1000亩。", "", "建设高标准农田66.67公顷。") ==
          lines({"1000 亩 | met | 1000.05 | -"}));
    CHECK(targets_of("新增绿地12公顷。", "", "新增绿地12.6万平方米。") ==
          lines({"12 公顷 | exceeded | 12.6 | -"}));
    CHECK(targets_of("建成公交专用道15公里。", "", "建成公交专用道8千米。") ==
          lines({"15 公里 | short | 8 | -"}));
    CHECK(targets_of("办理时限压缩至1天以内。", "", "办理时限压缩至8小时。") ==
          lines({"1 天 | met | 0.333333 | -"}));
    // Days are no working days.
    CHECK(targets_of("办理时限压缩至5个工作日以内。", "", "办理时限压缩至7天。") ==
          lines({"5 个工作日 | unverifiable | 7 | -"}));
}

TEST_CASE("limits of concentration and noise") {
    CHECK(targets_of("PM2.5年均浓度不高于35微克/立方米。", "", "PM2.5年均浓度38μg/m³。") ==
          lines({"35 微克/立方米 | short | 38 | -"}));
    CHECK(targets_of("PM2.5年均浓度不高于35微克/立方米。", "", "PM2.5年均浓度33μg/m³。") ==
          lines({"35 微克/立方米 | met | 33 | -"}));
    CHECK(targets_of("夜间噪声不高于50分贝。", "", "夜间噪声为55dB。") ==
          lines({"50 分贝 | short | 55 | -"}));
}

TEST_CASE("all covered is a hundred percent, nearly all is not") {
    CHECK(targets_of("居民大病保险覆盖率达到100%。", "", "居民大病保险实现全覆盖。") ==
          lines({"100 % | met | - | -"}));
    CHECK(targets_of("居民大病保险覆盖率达到100%。", "", "居民大病保险基本实现全覆盖。") ==
          lines({"100 % | not_reported | - | -"}));
}

TEST_CASE("a rate under a shorter name") {
    CHECK(targets_of("家庭医生重点人群签约服务率达到75%。", "", "重点人群签约率达76.2%。") ==
          lines({"75 % | exceeded | 76.2 | -"}));
    CHECK(targets_of("产品合格率达到98%。", "", "产品出口率达到92%。") ==
          lines({"98 % | not_reported | - | -"}));
}

TEST_CASE("the total of amounts before it") {
    CHECK(targets_of("新建农家书屋10家。", "",
                     "上半年新建农家书屋4家，下半年新建农家书屋6家，全年共10家。") ==
          lines({"10 家 | met | 10 | -"}));
    // Of two promises.
    CHECK(targets_of("新建书屋4个、驿站20个。", "", "新建书屋4个、驿站20个，两类站点共24个。") ==
          lines({"4 个 | met | 4 | -", "20 个 | met | 20 | -"}));
}

TEST_CASE("money in other words, and below zero") {
    CHECK(targets_of("发放助学金500万元。", "", "已拨付助学资金500万元。") ==
          lines({"5000000 元 | met | 5000000 | -"}));
    CHECK(targets_of("发放救助金300万元。", "", "支出280万元。") ==
          lines({"3000000 元 | short | 2800000 | -"}));
    CHECK(targets_of("发放救助金300万元。", "", "采购设备280万元。") ==
          lines({"3000000 元 | unverifiable | - | -"}));
    CHECK(targets_of("工业企业利润达到50万元。", "", "工业企业利润-20万元。") ==
          lines({"500000 元 | short | -200000 | -"}));
}

TEST_CASE("a goal that stands in the sentence of its result") {
    CHECK(targets_of("推进学前教育扩容。", "", "新建幼儿园26所，超额完成24所的年度目标任务。") ==
          lines({"24 所 | exceeded | 26 | -"}));
    CHECK(targets_of("新建幼儿园24所。", "", "新建幼儿园26所，超额完成24所的年度目标任务。") ==
          lines({"24 所 | exceeded | 26 | -"}));
}

}  // namespace duban
