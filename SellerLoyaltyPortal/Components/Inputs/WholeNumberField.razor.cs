using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>
/// An exact whole number, typed with or without group separators. What can't be read as one is told as
/// null; the page says what is wrong (<see cref="Error"/> marks the field, the text stands beneath it under
/// the id <c>{Id}-error</c>). What was typed stays as typed while it is wrong.
/// </summary>
public sealed partial class WholeNumberField : ComponentBase
{
    private string _text = "";
    private long? _shown;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required long Value { get; set; }

    /// <summary>The typed number, or null where what was typed is none.</summary>
    [Parameter]
    public EventCallback<long?> Typed { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>What the number is of, where it is no money: its unit, behind it.</summary>
    [Parameter]
    public string? Suffix { get; set; }

    /// <summary>Whose symbol stands at the number, on the side on which money has it everywhere else.</summary>
    [Parameter]
    public Currency? Currency { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    private string? Before => Currency is { } money && Display.SymbolLeads(money) ? money.Symbol : null;

    private string? Behind => Currency is { } money && !Display.SymbolLeads(money) ? money.Symbol : Suffix;

    /// <summary>
    /// Reads a whole number as people type it; null where it is none. A comma or a space parts groups of three
    /// digits and nothing else: in one half of the world "1,5" is one and a half.
    /// </summary>
    public static long? Read(string? text)
    {
        var match = Written().Match((text ?? "").Trim());
        return
            match.Success
            && long.TryParse(
                string.Concat(match.Groups["whole"].Value.Where(c => c is '-' || char.IsAsciiDigit(c))),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : null;
    }

    // Nothing behind the decimal sign, as amounts are copied from elsewhere, makes no fraction.
    [GeneratedRegex(
        @"^(?<whole>-?([0-9]+|[0-9]{1,3}((?<mark>[\s,'])[0-9]{3})(\k<mark>[0-9]{3})*))([.,]0{1,2})?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Written();

    protected override void OnParametersSet()
    {
        if (_shown == Value || Error is not null)
            return;
        _shown = Value;
        _text = Display.Count(Value);
    }

    // What stands beside the field is often typed along.
    private string WithoutMarks(string text)
    {
        var bare = text.Trim();
        if ((Before ?? Behind) is not { Length: > 0 } mark)
            return bare;
        return bare.StartsWith(mark, StringComparison.OrdinalIgnoreCase) ? bare[mark.Length..]
            : bare.EndsWith(mark, StringComparison.OrdinalIgnoreCase) ? bare[..^mark.Length]
            : bare;
    }

    private void OnFocus() => _shown = Error is null ? Value : null;

    private Task OnChangeAsync(ChangeEventArgs change)
    {
        _text = change.Value as string ?? "";
        var number = Read(WithoutMarks(_text));
        _shown = null;
        return Typed.InvokeAsync(number);
    }
}
