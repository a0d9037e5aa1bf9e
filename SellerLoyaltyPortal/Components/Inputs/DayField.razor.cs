using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A calendar day; tells only days within the limits.</summary>
public sealed partial class DayField : ComponentBase
{
    [Parameter]
    public string? Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber Value { get; set; }

    [Parameter]
    public EventCallback<DayNumber> ValueChanged { get; set; }

    [Parameter]
    public DayNumber? Min { get; set; }

    [Parameter]
    public DayNumber? Max { get; set; }

    private Task OnChangeAsync(ChangeEventArgs change) =>
        DayNumber.TryParse(change.Value as string) is { } day && !(day < Min) && !(day > Max)
            ? ValueChanged.InvokeAsync(day)
            : Task.CompletedTask;
}
