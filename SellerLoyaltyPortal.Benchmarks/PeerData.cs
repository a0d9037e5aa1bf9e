using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>Writes the generated ledger as the peers read it: buyer, day, amount net of returns.</summary>
internal static class PeerData
{
    private const int Chunk = 1 << 16;

    public static void Write(int lines, string folder)
    {
        Directory.CreateDirectory(folder);
        using var buyers = File.Create(Path.Combine(folder, "buyer.i32"));
        using var days = File.Create(Path.Combine(folder, "day.i32"));
        using var amounts = File.Create(Path.Combine(folder, "amount.i64"));
        using var csv = File.Create(Path.Combine(folder, "lines.csv"));
        csv.Write("buyer,day,amount\n"u8);
        Span<byte> row = stackalloc byte[64];
        foreach (var batch in new LedgerGenerator(lines).Lines().Chunk(Chunk))
        {
            var (buyer, day, amount) = (new int[batch.Length], new int[batch.Length], new long[batch.Length]);
            for (var i = 0; i < batch.Length; i++)
            {
                var line = batch[i];
                var back =
                    line.ReturnedQuantity == 0
                        ? Money.Zero
                        : line.SellerPrice.Fraction(line.ReturnedQuantity, line.Quantity);
                buyer[i] = (int)line.BuyerKey;
                day[i] = line.BoughtOn.Value;
                amount[i] = (line.SellerPrice - back).TenThousandths;
                Utf8Formatter.TryFormat(buyer[i], row, out var at);
                row[at++] = (byte)',';
                Utf8Formatter.TryFormat(day[i], row[at..], out var length);
                at += length;
                row[at++] = (byte)',';
                Utf8Formatter.TryFormat(amount[i], row[at..], out length);
                at += length;
                row[at++] = (byte)'\n';
                csv.Write(row[..at]);
            }
            buyers.Write(MemoryMarshal.AsBytes(buyer.AsSpan()));
            days.Write(MemoryMarshal.AsBytes(day.AsSpan()));
            amounts.Write(MemoryMarshal.AsBytes(amount.AsSpan()));
        }
        var window = Features.Eligibility.EligibilityRule.Default.WindowOn(EngineFigures.AsOf);
        File.WriteAllText(
            Path.Combine(folder, "window.txt"),
            $"{window.First.Value} {window.Last.Value}\n",
            Encoding.ASCII
        );
    }
}
