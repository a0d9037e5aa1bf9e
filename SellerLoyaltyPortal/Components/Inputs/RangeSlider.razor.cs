using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A slider over a list of stops; tells each value while it is dragged.</summary>
public sealed partial class RangeSlider : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<long> Stops { get; set; }

    [Parameter, EditorRequired]
    public required long Value { get; set; }

    [Parameter]
    public EventCallback<long> ValueChanged { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<long, string> Format { get; set; }

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    private int Index => SliderStops.Nearest(Stops, Value);

    private double Fill => Stops.Count > 1 ? 100.0 * Index / (Stops.Count - 1) : 0;

    private Task OnInputAsync(ChangeEventArgs change) =>
        int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < Stops.Count
            ? ValueChanged.InvokeAsync(Stops[index])
            : Task.CompletedTask;
}
