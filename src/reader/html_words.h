// Words by which the furniture of a published page is known.
#pragma once

#include <array>
#include <string_view>

namespace duban {

// A short line that begins with one of these tells of the page, not of the matter.
inline constexpr std::array<std::string_view, 34> kFurnitureLines{
    "当前位置", "您的位置", "您现在的位置", "您当前的位置", "所在位置", "首页",     "发布时间",
    "发布日期", "发文日期", "成文日期",     "信息来源",     "文章来源", "来源：",   "作者：",
    "索引号",   "信息分类", "发布机构",     "发文机关",     "发文字号", "主题分类", "有效性",
    "字号：",   "字体：",   "【字体",       "浏览次数",     "点击数",   "阅读次数", "浏览量",
    "分享到",   "分享：",   "打印",         "扫一扫",       "无障碍",   "收藏"};

// What follows such a line is the foot of the page.
inline constexpr std::array<std::string_view, 16> kFootLines{
    "上一篇",   "下一篇",   "上一条",   "下一条",     "相关链接", "相关文章", "相关信息",  "相关阅读",
    "友情链接", "版权所有", "网站地图", "网站标识码", "联系我们", "关于我们", "ICP备案号", "Copyright"};

}  // namespace duban
