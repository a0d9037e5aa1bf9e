using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A month of days to pick from; days beyond the limits can't be picked.</summary>
public sealed partial class DayCalendar : ComponentBase
{
    private DateOnly _first;
    private DayNumber? _from;

    [Parameter, EditorRequired]
    public required DayNumber? Value { get; set; }

    /// <summary>A day of the month that is shown first.</summary>
    [Parameter, EditorRequired]
    public required DayNumber Start { get; set; }

    [Parameter]
    public DayNumber? Min { get; set; }

    [Parameter]
    public DayNumber? Max { get; set; }

    [Parameter]
    public EventCallback<DayNumber> Picked { get; set; }

    protected override void OnParametersSet()
    {
        if (_from == Start)
            return;
        _from = Start;
        _first = MonthGrid.FirstOf(Start);
    }

    private bool IsOut(DayNumber day) => day < Min || day > Max;

    private bool MayGo(int months) =>
        MonthGrid.TryAdd(_first, months) is { } there
        && !(DayNumber.From(there.AddMonths(1)) <= Min)
        && !(DayNumber.From(there) > Max);

    private void Go(int months) => _first = MonthGrid.TryAdd(_first, months) ?? _first;
}
