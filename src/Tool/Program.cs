using TypedLlm.Tool.Cli;

return await ToolApp.RunAsync(args, ToolHost.OfProcess());
