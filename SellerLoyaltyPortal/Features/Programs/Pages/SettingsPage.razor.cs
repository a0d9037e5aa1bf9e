using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The seller's unit economics: read by members, changed by owners.</summary>
public sealed partial class SettingsPage(
    UnitEconomicsSettings settings,
    SaveUnitEconomics saveUnitEconomics,
    IStringLocalizer<EconomicsText> texts,
    IStringLocalizer<ProgramsText> rules
) : IDisposable
{
    private static readonly string[] Fields =
    [
        nameof(UnitEconomics.Commission),
        nameof(UnitEconomics.OptionCommission),
        nameof(UnitEconomics.UnitCost),
        nameof(SellerEconomics.MarginFloor),
        LockField,
        OrderField,
    ];

    private const string LockField = "OptionLock";
    private const string OrderField = nameof(SellerEconomics.TypicalOrder);
    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, string> _typed = Fields.ToDictionary(
        f => f,
        _ => "",
        StringComparer.Ordinal
    );
    private SellerUnitEconomics? _settings;
    private UnitMargins? _margins;
    private IReadOnlyList<Error> _errors = [];
    private bool _busy;
    private bool _saved;

    private IStringLocalizer<EconomicsText> L => texts;

    private string LimitNote => L[_margins!.LimitDiscount > 0 ? "LimitText" : "LimitBelow"];

    private IStringLocalizer<ProgramsText> Rules => rules;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Show(await settings.GetAsync(Access, _leaving.Token));
    }

    private void Show(SellerUnitEconomics stored)
    {
        _settings = stored;
        _typed[nameof(UnitEconomics.Commission)] = ShareText.Write(stored.Unit.Commission);
        _typed[nameof(UnitEconomics.OptionCommission)] = ShareText.Write(stored.Unit.OptionCommission);
        _typed[nameof(UnitEconomics.UnitCost)] = ShareText.Write(stored.Unit.UnitCost);
        _typed[nameof(SellerEconomics.MarginFloor)] = ShareText.Write(stored.MarginFloor);
        _typed[LockField] = stored.OptionLockDays?.ToString(CultureInfo.CurrentCulture) ?? "";
        _typed[OrderField] = stored.TypicalOrder is { } order ? AmountText.Write(order) : "";
        Calculate();
    }

    private void Type(string field, string? text)
    {
        _typed[field] = text ?? "";
        (_saved, _errors) = (false, []);
        Calculate();
    }

    // Beside the fields at a tenth off, so that each value shows what it does.
    private void Calculate() =>
        _margins = Read() is { } unit ? UnitMargins.Of(unit, Percent.FromWhole(10)) : null;

    private UnitEconomics? Read() =>
        ShareText.Read(_typed[nameof(UnitEconomics.Commission)]) is { } commission
        && ShareText.Read(_typed[nameof(UnitEconomics.OptionCommission)]) is { } option
        && ShareText.Read(_typed[nameof(UnitEconomics.UnitCost)]) is { } cost
            ? new(commission, option, cost)
            : null;

    private async Task SaveAsync()
    {
        (_saved, _errors) = (false, []);
        if (
            Fields.Any(f => ErrorOf(f) is not null)
            || Read() is not { } unit
            || ShareText.Read(_typed[nameof(SellerEconomics.MarginFloor)]) is not { } floor
        )
            return;
        _busy = true;
        var result = await saveUnitEconomics.RunAsync(
            Access,
            _settings! with
            {
                Unit = unit,
                OptionLockDays = LockDays(),
                MarginFloor = floor,
                TypicalOrder = AmountText.Read(_typed[OrderField], Access.Currency),
            },
            _leaving.Token
        );
        (_busy, _errors) = (false, result.Errors);
        if (!result.TryGet(out var stored))
            return;
        Show(stored);
        _saved = true;
    }

    /// <summary>What is wrong with a field: as typed, or by the domain's rule.</summary>
    private string? ErrorOf(string field)
    {
        if (field == LockField)
        {
            if (_typed[field].Trim().Length > 0 && LockDays() is null)
                return texts["NotWholeDays"];
        }
        else if (field == OrderField)
        {
            if (_typed[field].Trim().Length > 0 && AmountText.Read(_typed[field], Access.Currency) is null)
                return texts["NotAnAmount"];
        }
        else if (_settings is not null && ShareText.Read(_typed[field]) is null)
            return texts["NotANumber"];
        var path = field == LockField ? nameof(SellerEconomics.OptionLockDays) : field;
        return _errors.FirstOrDefault(e => e.Path == path) is { } error ? rules.Explain(error) : null;
    }

    private string UnitOf(string field) =>
        field switch
        {
            LockField => texts["DaysShort"],
            OrderField => Access.Currency.Symbol,
            _ => "%",
        };

    private int? LockDays() =>
        int.TryParse(_typed[LockField].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : null;
}
