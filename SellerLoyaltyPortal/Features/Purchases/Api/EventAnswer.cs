using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases.Events;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>Says in the caller's language what became of each line.</summary>
internal sealed class EventAnswer(IStringLocalizer<PurchasesText> texts)
{
    private static readonly LineProblem[] Conflict = [new("", RowErrorReason.Conflict)];

    public PurchaseBatchAnswer Of(IReadOnlyList<EventLine> lines)
    {
        var results = new PurchaseBatchAnswer.Line[lines.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var line = lines[i];
            results[i] = new(i, line.LineId, WordOf(line), line.IsTaken ? null : ProblemsOf(line, i));
        }
        return new(
            lines.Count(l => l.Outcome == AppendOutcome.Added),
            lines.Count(l => l.Outcome == AppendOutcome.Corrected),
            lines.Count(l => l.Outcome == AppendOutcome.AlreadyThere),
            lines.Count(l => !l.IsTaken),
            results
        );
    }

    public IEnumerable<ApiInvalid.Problem> ProblemsOf(IReadOnlyList<EventLine> lines) =>
        lines.SelectMany((line, i) => line.IsTaken ? [] : ProblemsOf(line, i));

    private ApiInvalid.Problem[] ProblemsOf(EventLine line, int index) =>
        [
            .. (line.Outcome == AppendOutcome.Conflict ? Conflict : line.Problems).Select(
                problem => new ApiInvalid.Problem(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"lines[{index}]{(problem.Field.Length > 0 ? "." : "")}{problem.Field}"
                    ),
                    problem.Reason.ToString(),
                    texts[$"Row{problem.Reason}"]
                )
            ),
        ];

    private static string WordOf(EventLine line) =>
        line.Outcome switch
        {
            AppendOutcome.Added => "stored",
            AppendOutcome.Corrected => "corrected",
            AppendOutcome.AlreadyThere => "unchanged",
            AppendOutcome.Conflict or null => "refused",
        };
}
