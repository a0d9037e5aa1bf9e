using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview.Pages;

/// <summary>Revenue by month as columns: buyers who had bought before at the bottom, new ones above.</summary>
public sealed partial class MonthColumns(IStringLocalizer<OverviewText> texts) : ComponentBase
{
    private List<string> _names = [];
    private List<string> _longNames = [];
    private List<ColumnPart> _parts = [];
    private int _firstUnfinished;

    [Parameter, EditorRequired]
    public required IReadOnlyList<MonthRevenue> Months { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    private IStringLocalizer L => texts;

    protected override void OnParametersSet()
    {
        _names = [.. Months.Select(m => Name(m, "MMM"))];
        _longNames = [.. Months.Select(m => Name(m, "MMMM yyyy"))];
        _parts =
        [
            new(L["FromKnown"], [.. Months.Select(m => (double)m.FromKnown.ToDecimal())]),
            new(L["FromNew"], [.. Months.Select(m => (double)m.FromNew.ToDecimal())]),
        ];
        _firstUnfinished = Months.TakeWhile(m => m.IsFinished).Count();
    }

    private static string Name(MonthRevenue month, string format) =>
        month.FirstDay.ToDate().ToString(format, CultureInfo.CurrentCulture);
}
