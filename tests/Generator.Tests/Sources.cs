namespace TypedLlm.Generator.Tests;

/// <summary>Test sources without what every file has.</summary>
internal static class Sources
{
    // Test sources are not documented; generated code must be.
    private const string Usings = """
        #pragma warning disable CS1591
        using TypedLlm;
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    public static string WithUsings(string source) => Usings + source;

    public static string InShop(string source) => WithUsings("namespace Shop;\n" + source);
}
