using System.Globalization;
using BenchmarkDotNet.Running;
using SellerLoyaltyPortal.Benchmarks.Circuits;
using SellerLoyaltyPortal.Benchmarks.Portal;

namespace SellerLoyaltyPortal.Benchmarks;

internal static class BenchmarkProgram
{
    private static async Task Main(string[] args)
    {
        switch (args)
        {
            case ["engine-curve", var lines]:
                EngineFigures.Curve(Count(lines), withNaive: false);
                break;
            case ["engine-curve", var lines, "with-naive"]:
                EngineFigures.Curve(Count(lines), withNaive: true);
                break;
            case ["engine-append", var lines]:
                EngineFigures.Append(Count(lines));
                break;
            case ["engine-data", var lines, var folder]:
                PeerData.Write(Count(lines), folder);
                break;
            case ["engine-ledger", var lines, var folder]:
                await LoadFigures.WriteAsync(Count(lines), Path.GetFullPath(folder));
                break;
            case ["engine-load", var folder]:
                await LoadFigures.LoadAsync(Path.GetFullPath(folder));
                break;
            case ["analytics-bgnbd", var file]:
                AnalyticsFigures.BgNbd(file);
                break;
            case ["analytics-cohorts", var lines]:
                AnalyticsFigures.Cohorts(Count(lines));
                break;
            case ["analytics-rfm", var buyers]:
                AnalyticsFigures.Rfm(Count(buyers));
                break;
            case ["import-data", var lines, var path]:
                ImportFigures.Write(Count(lines), path);
                break;
            case ["import", var path]:
                await ImportFigures.RunAsync(path);
                break;
            case ["xlsx", var rows, var path]:
                XlsxFigures.Ours(Count(rows), path);
                break;
            case ["xlsx-closedxml", var rows, var path]:
                XlsxFigures.ClosedXml(Count(rows), path);
                break;
            case ["xlsx-peak", var buyers, var path]:
                XlsxFigures.Peak(Count(buyers), path);
                break;
            case ["events", var seconds]:
                await EventLoad.RunAsync(Count(seconds));
                break;
            case ["lookups", var buyers, var seconds]:
                await LookupLoad.RunAsync(Count(buyers), Count(seconds));
                break;
            case ["activation", var buyers]:
                await ActivationLoad.RunAsync(Count(buyers));
                break;
            case ["circuits-held", var step, var most, var seconds]:
                await CircuitFigures.HeldAsync(Count(step), Count(most), Count(seconds));
                break;
            case ["circuits-memory", var circuits]:
                await CircuitFigures.MemoryAsync(Count(circuits));
                break;
            case ["circuits-soak", var seconds, var circuits]:
                await CircuitFigures.SoakAsync(Count(seconds), Count(circuits));
                break;
            case ["circuits-restart", var circuits]:
                await CircuitFigures.RestartAsync(Count(circuits));
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
                break;
        }
    }

    private static int Count(string lines) => int.Parse(lines, CultureInfo.InvariantCulture);
}
