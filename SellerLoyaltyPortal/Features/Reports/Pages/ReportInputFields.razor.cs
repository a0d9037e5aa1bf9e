using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Pages;

/// <summary>A field for each input of a report.</summary>
public sealed partial class ReportInputFields(
    ProgramList programs,
    ReportWords words,
    IStringLocalizer<ReportsText> texts
) : ComponentBase
{
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private ReportDefinition? _shown;
    private IReadOnlyList<ProgramDetails> _programs = [];

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ReportDefinition Definition { get; set; }

    /// <summary>By the input's key, as in the address.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string?> Values { get; set; }

    /// <summary>An input and what it is to be.</summary>
    [Parameter]
    public EventCallback<(string Key, string? Value)> Changed { get; set; }

    private IStringLocalizer<ReportsText> L => texts;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Definition)
            _unreadable.Clear();
        _shown = Definition;
        if (_programs.Count == 0 && Definition.Inputs.Any(i => i.Kind == ReportInputKind.Program))
            _programs = [.. (await programs.AllAsync(Access, CancellationToken.None)).Select(p => p.Program)];
    }

    private string ValueOf(ReportInput input) => Values.GetValueOrDefault(input.Key) ?? "";

    // As the list has it, however the address spells it.
    private string ChoiceOf(ReportInput input) =>
        input.Choices.FirstOrDefault(c =>
            string.Equals(c, ValueOf(input), StringComparison.OrdinalIgnoreCase)
        ) ?? "";

    private long NumberOf(ReportInput input) =>
        decimal.TryParse(ValueOf(input), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (long)number
            : 0;

    private static string IdText(ProgramDetails program) => program.Id.ToString(CultureInfo.InvariantCulture);

    private string ProgramName(ProgramDetails program) =>
        $"{program.Name} · {L["ProgramStatus." + program.Status].Value}";

    private Task TellAsync(ReportInput input, ChangeEventArgs change) =>
        Changed.InvokeAsync((input.Key, change.Value as string));

    private Task TellAsync(ReportInput input, DayNumber? day) =>
        Changed.InvokeAsync((input.Key, day?.ToString()));

    // What can't be read as a number stands as typed, and the report as it was.
    private Task TellAsync(ReportInput input, long? number)
    {
        if (number is { } whole)
        {
            _unreadable.Remove(input.Key);
            return Changed.InvokeAsync((input.Key, whole.ToString(CultureInfo.InvariantCulture)));
        }
        _unreadable.Add(input.Key);
        return Task.CompletedTask;
    }

    private string? ErrorOf(ReportInput input) =>
        _unreadable.Contains(input.Key) ? L["NotAWholeNumber"].Value : null;
}
