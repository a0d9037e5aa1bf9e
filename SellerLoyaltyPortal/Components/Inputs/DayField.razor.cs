using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A calendar day, typed in the reader's language or picked; tells only days within the limits.</summary>
public sealed partial class DayField(TimeProvider clock) : ComponentBase
{
    // Several fields of a page may go without an id.
    private readonly string _ownId = $"day-{Guid.NewGuid():N}";

    private DayNumber? _shown;
    private string _text = "";
    private string? _problem;
    private bool _isOpen;

    [Parameter]
    public string? Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Words before the day on a chip; null for a field of a form.</summary>
    [Parameter]
    public string? Caption { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber? Value { get; set; }

    [Parameter]
    public EventCallback<DayNumber?> ValueChanged { get; set; }

    /// <summary>An empty field is told as null.</summary>
    [Parameter]
    public bool MayBeEmpty { get; set; }

    [Parameter]
    public DayNumber? Min { get; set; }

    [Parameter]
    public DayNumber? Max { get; set; }

    private string ProblemId => (Id ?? _ownId) + "-problem";

    // Only an example of how a day is written: whose midnight it is does not matter.
    private DayNumber Today => DayNumber.From(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    protected override void OnParametersSet()
    {
        if (_shown == Value && (_text.Length > 0 || Value is null))
            return;
        (_shown, _text, _problem) = (Value, DayText.Of(Value), null);
    }

    // The calendar is drawn when it is asked for: a page has several, each of six weeks.
    private void OnToggle() => _isOpen = !_isOpen;

    private Task TellAsync(DayNumber day)
    {
        (_shown, _text, _problem) = (day, DayText.Of(day), null);
        return ValueChanged.InvokeAsync(day);
    }

    private Task OnChangeAsync(ChangeEventArgs change)
    {
        _text = change.Value as string ?? "";
        if (MayBeEmpty && string.IsNullOrWhiteSpace(_text))
        {
            (_shown, _problem) = (null, null);
            return ValueChanged.InvokeAsync(null);
        }
        if (DayText.Read(_text) is not { } day)
            _problem = L["DayUnreadable", DayText.Of(Value ?? Max ?? Today)];
        else if (day < Min)
            _problem = L["DayTooEarly", Display.DateShort(Min.Value)];
        else if (day > Max)
            _problem = L["DayTooLate", Display.DateShort(Max.Value)];
        else
            return TellAsync(day);
        return Task.CompletedTask;
    }
}
